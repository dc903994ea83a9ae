import type { Helpdesk } from './helpdesk.ts';
import { isSeen } from './is-visible.ts';

const MAIN = 'main,[role="main"]';
const BESIDE = 'aside,[role="complementary"]';
/** Ways around the page, and lists beside the ticket: other tickets stand there. */
const NAVIGATION = [
  'nav,[role="navigation"],[role="banner"],[role="contentinfo"],[role="search"],[role="menu"],[role="menubar"],[role="tablist"]',
  '[role="listbox"],[role="tree"],[role="alert"],[role="status"]',
  'aside ul:has(a[href]),aside ol:has(a[href]),aside table:has(a[href])',
].join(',');

function withoutNested(elements: readonly Element[]): readonly Element[] {
  return elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));
}

/** The visible main area of a page, and what stands beside it; the whole body where a page has no main area. */
export function selectMainArea(document: Document): readonly Element[] {
  const mains = [...document.querySelectorAll(MAIN)].filter(isSeen);
  if (mains.length === 0) return document.body ? [document.body] : [];
  const beside = [...document.querySelectorAll(BESIDE)].filter(isSeen);
  return withoutNested([...mains, ...beside]);
}

/** What is read of the open ticket. */
export interface Scope {
  readonly elements: readonly Element[];
  readonly exclude: string;
  /** The helpdesk's own anchors were found. */
  readonly isKnown: boolean;
}

/** The open ticket's containers, as the helpdesk knows them; where its anchors are gone, the visible main area. */
export function selectScope(helpdesk: Helpdesk, document: Document, ticketKey: string, url: URL): Scope {
  const known = withoutNested([...new Set(helpdesk.scope(document, ticketKey, url))].filter(isSeen));
  if (known.length > 0) return { elements: known, exclude: helpdesk.exclude ?? '', isKnown: true };
  const exclude = [NAVIGATION, helpdesk.exclude].filter(Boolean).join(',');
  return { elements: selectMainArea(document), exclude, isKnown: false };
}
