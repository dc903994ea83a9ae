import type { Candidate, Detection } from '../domain/candidate.ts';
import type { TaughtRule } from '../domain/taught-rule.ts';
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

/** A page that is watched with what the agent taught. */
export interface TaughtPage {
  /** The rules that are in force from now on. */
  setRules(rules: readonly TaughtRule[]): void;
  /** What the page would show now with these rules, and no others. */
  tryRules(rules: readonly TaughtRule[]): Promise<readonly Candidate[]>;
}
