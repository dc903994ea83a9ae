/** A number on the page, and where it stands. `box`: in the picture of the top window. */
export interface NumberSpot {
  readonly number: string;
  /** The text or the control that holds it. */
  readonly node: Text | HTMLInputElement | HTMLTextAreaElement;
  readonly start: number;
  readonly end: number;
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** Digits of any script, also in groups of three, also with invisible characters between. */
const NUMBER = /\p{Nd}{1,3}(?:[,.'’\u00a0\u202f ]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}(?:[\u00ad\u200b-\u200f\u2060]*\p{Nd}){0,39}/gu;
/** The pointer may miss a thin line of digits by so many pixels. */
const SLACK = 4;
const MAX_TEXT = 5000;
const MAX_NODES = 300;

interface Place {
  readonly element: Element;
  /** Where the element's document begins in the top window. */
  readonly left: number;
  readonly top: number;
}

/** The deepest element at a point, through open shadow roots and frames of the same origin. */
function findElementAt(document: Document, x: number, y: number): Place | undefined {
  let root: Document | ShadowRoot = document;
  let [left, top] = [0, 0];
  for (let depth = 0; depth < 20; depth += 1) {
    const element: Element | null = root.elementFromPoint(x - left, y - top);
    if (!element) return undefined;
    const inner: Document | null | undefined = (element as Partial<HTMLIFrameElement>).contentDocument;
    if (inner) {
      const box = element.getBoundingClientRect();
      [left, top] = [left + box.left + element.clientLeft, top + box.top + element.clientTop];
      root = inner;
    } else if (element.shadowRoot && element.shadowRoot !== root) root = element.shadowRoot;
    else return { element, left, top };
  }
  return undefined;
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.localName === 'textarea' || (element.localName === 'input' && (element as HTMLInputElement).type !== 'password');
}

function readField(field: HTMLInputElement | HTMLTextAreaElement, { left, top }: Place): NumberSpot | undefined {
  const found = [...field.value.slice(0, MAX_TEXT).matchAll(NUMBER)];
  const match = found.length === 1 ? found[0] : undefined;
  if (!match) return undefined;
  const { left: x, top: y, width, height } = field.getBoundingClientRect();
  const box = { left: left + x, top: top + y, width, height };
  return { number: match[0], node: field, start: match.index, end: match.index + match[0].length, box };
}

/** The number under the point in one text. */
function readText(node: Text, place: Place, x: number, y: number): NumberSpot | undefined {
  for (const match of node.data.slice(0, MAX_TEXT).matchAll(NUMBER)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    for (const { left, top, width, height } of range.getClientRects()) {
      const box = { left: left + place.left, top: top + place.top, width, height };
      const isAcross = x >= box.left - SLACK && x <= box.left + width + SLACK;
      if (isAcross && y >= box.top - SLACK && y <= box.top + height + SLACK) return { number: match[0], node, start, end, box };
    }
  }
  return undefined;
}

/** The number that the page shows at a point of its window. */
export function findNumberAt(document: Document, x: number, y: number): NumberSpot | undefined {
  const place = findElementAt(document, x, y);
  if (!place) return undefined;
  if (isField(place.element)) return readField(place.element, place);
  const walker = place.element.ownerDocument.createTreeWalker(place.element, 4);
  for (let count = 0; count < MAX_NODES; count += 1) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    const spot = readText(node, place, x, y);
    if (spot) return spot;
  }
  return undefined;
}
