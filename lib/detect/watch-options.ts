import type { Detection } from '../domain/candidate.ts';
import type { Helpdesk } from './helpdesk.ts';

/** What a page shows now. */
export interface Report extends Detection {
  /** The page has gone quiet: "no id" may be said. */
  readonly settled: boolean;
  /** The frames that speak for themselves and are drawn now, by the names that they gave; absent: none. */
  readonly frames?: readonly string[];
}

export interface WatchOptions {
  readonly report: (report: Report) => void;
  readonly signal: AbortSignal;
  /** The helpdesks that may be at this site. */
  readonly helpdesks: readonly Helpdesk[];
  /** A frame that reports for itself: the page around it names the ticket. */
  readonly isInner: boolean;
}
