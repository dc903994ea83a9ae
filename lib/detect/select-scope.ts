import type { Helpdesk } from './helpdesk.ts';
import { isSeen } from './is-visible.ts';

const MAIN = 'main,[role="main"]';
/** Details of the ticket follow it; what comes before the main area is the list that it was opened from. */
const BESIDE = 'aside,[role="complementary"],main ~ :is(section,div,form),[role="main"] ~ :is(section,div,form)';
/** Ways around the page, and lists beside the ticket: other tickets stand there. */
const NAVIGATION = [
  'nav,[role="navigation"],[role="banner"],[role="contentinfo"],[role="search"],[role="menu"],[role="menubar"],[role="tablist"]',
  '[role="listbox"],[role="tree"],[role="alert"],[role="status"]',
  'aside :is(ul,ol,table):has(a[href^="/"],a[href^="#"])',
].join(',');

function withoutNested(elements: readonly Element[]): readonly Element[] {
  return elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));
}

/** The visible main area of a page, and what stands beside it; the whole body where a page has no main area. */
export function selectMainArea(document: Document): readonly Element[] {
  const areas = [...document.querySelectorAll(`${MAIN},${BESIDE}`)].filter(isSeen);
  const mains = areas.filter((area) => area.matches(MAIN));
  if (mains.length === 0) return document.body ? [document.body] : [];
  return withoutNested([...mains, ...areas.filter((area) => !mains.includes(area))]);
}

/** What is read of the open ticket. */
export interface Scope {
  readonly elements: readonly Element[];
  readonly exclude: string;
  /** The containers carry the ticket's own key. */
  readonly isKeyed: boolean;
  /** The helpdesk knows no containers: this is the visible main area. */
  readonly isMain: boolean;
}

/** The open ticket's containers, as the helpdesk knows them; where it knows none, the visible main area. */
export function selectScope(helpdesk: Helpdesk, document: Document, ticketKey: string): Scope {
  const keyed = helpdesk.keyedScope?.(document, ticketKey) ?? [];
  const known = keyed.length > 0 ? keyed : (helpdesk.scope?.(document) ?? []);
  const elements = withoutNested([...new Set(known)].filter(isSeen));
  const exclude = helpdesk.exclude ?? '';
  // The ticket's own container is there but not in front yet: what is in front is another one.
  if (elements.length > 0 || keyed.length > 0) return { elements, exclude, isKeyed: keyed.length > 0, isMain: false };
  const outside = [NAVIGATION, exclude].filter(Boolean).join(',');
  return {
    elements: selectMainArea(document).filter((area) => !area.matches(outside)),
    exclude: outside,
    isKeyed: false,
    isMain: true,
  };
}
