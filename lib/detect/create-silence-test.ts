import { mayHoldId, mayHoldLabel } from './find-labels.ts';
import { namedBy, namesOf } from './names-of.ts';
import { normaliseText } from './normalise-text.ts';

/** Elements that hold nothing but text and each other. Whatever else there is, custom elements too, is looked into. */
const PLAIN =
  'div,span,p,a,b,i,td,tr,li,ul,br,article,h3,em,strong,button,h2,h4,section,label,img,svg,path,g,use,circle,rect,table,tbody,thead,th,ol,header,footer,time,small,dl,dt,dd,pre,code,blockquote,hr,u,s,font,center,nav,aside,main,h1,h5,h6,form,figure,figcaption,script,style';
const LOUD = `:not(${PLAIN}),[slot],[href*="socialboards.com" i],[href*="max.ai" i],[href*="maax.ai" i]`;
/** Plain elements that may carry a shadow root: where one does, it shows instead of what is in the element, so that is mostly nothing. */
const HOSTS = ':is(div,section,article,aside,main,header,footer,nav):not(:has(> *)),:is(span,p,h1,h2,h3,h4,h5,h6,blockquote):empty';
/** Signs that may hide a word from a search, or join it when they are taken out. */
const ODD =
  /[\u00ad\u0130\u061c\u1100-\u11ff\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\uff01-\uff5e]|[\u0300-\u036f]|[\ufe00-\ufe0f]/;
/** Longer texts are looked at in parts. */
const MAX_TEXT = 20_000;
/** Larger parts, too: a search through so many elements takes 4 ms. */
const MAX_ELEMENTS = 6000;

/** Whether a shadow root may still come to an element that has nothing in it. */
function isHollow(element: Element): boolean {
  return !element.firstChild && !element.shadowRoot && element.hasAttributes();
}

/** What else than the words for a conversation makes a text worth reading. */
export type Wanted = (text: string) => boolean;

function hasWords(element: Element, wanted: Wanted): boolean {
  const raw = element.textContent ?? '';
  if (raw.length > MAX_TEXT) return true;
  const text = ODD.test(raw) ? normaliseText(raw) : raw;
  return mayHoldId(text) || wanted(text);
}

/**
 * Makes the test for one look at a page: whether nothing in a plain element, nor on it, speaks of a conversation: no word for one,
 * no link to one, no field, no frame. Answered by the browser's own search in a fraction of the time that reading takes, and without
 * regard to what is drawn. All but the words is searched for once in a whole part of the page. `onHollow` hears of elements in it that
 * have nothing in them yet.
 */
export function createSilenceTest(
  fieldName: string | undefined,
  wanted: Wanted,
  onHollow: (elements: readonly Element[]) => void = () => undefined,
): (element: Element) => boolean {
  const names = namedBy(fieldName);
  const isNamed = (element: Element) => namesOf(element, fieldName).some((name) => mayHoldLabel(name) || wanted(name));
  let searched: Element | null | undefined;
  let loud: ReadonlySet<Element>;

  /** What cannot be passed over in a part of the page, with all that it stands in. */
  function search(part: Element): ReadonlySet<Element> {
    const around = new Set<Element>();
    const find = (selector: string) => [...(part.matches(selector) ? [part] : []), ...part.querySelectorAll(selector)];
    const hosts = find(HOSTS);
    onHollow(hosts.filter(isHollow));
    const found = [...find(LOUD), ...find(names).filter(isNamed), ...hosts.filter((element) => element.shadowRoot)];
    for (const element of found) {
      let one: Element | null = element;
      for (; one && !around.has(one); one = one === part ? null : one.parentElement) around.add(one);
    }
    return around;
  }

  return (element) => {
    if (hasWords(element, wanted) || element.shadowRoot) return false;
    if (!searched?.contains(element)) {
      searched = [element.parentElement, element].find((part) => part && part.getElementsByTagName('*').length <= MAX_ELEMENTS);
      if (!searched) return false;
      loud = search(searched);
    }
    return !loud.has(element);
  };
}
