import type { Helpdesk } from './helpdesk.ts';
import { isSeen } from './is-visible.ts';

/** Ways around the page, and lists beside the ticket: other tickets stand there. */
const NAVIGATION = [
  'nav,[role="navigation"],[role="banner"],[role="contentinfo"],[role="search"],[role="menu"],[role="menubar"],[role="tablist"]',
  '[role="listbox"],[role="tree"],[role="alert"],[role="status"]',
  'aside :is(ul,ol,table):has(a[href^="/"],a[href^="#"])',
].join(',');

function withoutNested(elements: readonly Element[]): readonly Element[] {
  return elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));
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

/** The open ticket's containers, as the helpdesk knows them; where it knows none, all but the ways around the page. */
export function selectScope(helpdesk: Helpdesk, document: Document, ticketKey: string): Scope {
  const keyed = helpdesk.keyedScope?.(document, ticketKey) ?? [];
  const known = keyed.length > 0 ? keyed : (helpdesk.scope?.(document) ?? []);
  const elements = withoutNested([...new Set(known)].filter(isSeen));
  const exclude = helpdesk.exclude ?? '';
  // The ticket's own container is there but not in front yet: what is in front is another one.
  if (elements.length > 0 || keyed.length > 0) return { elements, exclude, isKeyed: keyed.length > 0, isMain: false };
  const outside = [NAVIGATION, exclude].filter(Boolean).join(',');
  return { elements: document.body ? [document.body] : [], exclude: outside, isKeyed: false, isMain: true };
}
