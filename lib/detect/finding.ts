import type { Candidate } from '../domain/candidate.ts';

/** A candidate and the node that it was read from; when that node changes, the finding is a new one. */
export interface Finding extends Candidate {
  /** Absent: read from the page's address. */
  readonly node?: Node;
  /** Stands around the open ticket, not in it: a rule of the agent's found it. */
  readonly isOutside?: true;
  /** Stands in a quoted mail. */
  readonly isQuoted: boolean;
  /** Stands for what a frame says of itself: its id is a name, which changes with what the frame shows. */
  readonly isFrame?: boolean;
  /** What stands before it in its line of running text. */
  readonly lead?: string;
  /** What follows it there. */
  readonly rest?: string;
}

const QUOTES = 'blockquote,[class*="quote" i],[class*="moz-cite" i],[id="divRplyFwdMsg"] ~ *';

/** Whether `element` is a part of an earlier mail. */
export function isQuoted(element: Element | null): boolean {
  return element?.closest(QUOTES) != null;
}
