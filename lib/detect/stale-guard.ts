import { isElsewhere } from '../domain/candidate.ts';
import type { Finding } from './finding.ts';

/** What is known of the page when a scan is judged. Times in ms of one clock. */
export interface Moment {
  readonly now: number;
  readonly ticket: string;
  /** When the ticket changed last. */
  readonly changedAt: number;
  /** When the page was last seen to move. */
  readonly movedAt: number;
  /** The helpdesk is known: its pages redraw what belongs to the next ticket. */
  readonly isKnown: boolean;
  /** The ticket's own container was read: nothing in it can be left over. */
  readonly isKeyed: boolean;
}

/** Holds back what the page still shows of the ticket before. What stands in no place of the ticket is none of its business. */
export interface StaleGuard {
  /** `holds`: something is held back. */
  filter(findings: readonly Finding[], moment: Moment): { readonly kept: readonly Finding[]; readonly holds: boolean };
}

interface Seen {
  ticket: string;
  readonly text: string;
  /** When it took the place of other ids; undefined: it was the first, or stands beside them. */
  readonly replacedAt: number | undefined;
}

/** After so much quiet, what still stands on an unknown page belongs to it: a slow desk has drawn the next ticket by then. */
const QUIET = 1000;
const FLOOR = 8000;
/** Some pages draw the next ticket first and change their address right after. */
const AHEAD = 1000;
const MAX_TEXT = 2000;

function textOf(node: Node): string {
  const { value } = node as Partial<HTMLInputElement>;
  if (typeof value === 'string') return value;
  const href = node.nodeType === 1 ? ((node as Element).getAttribute('href') ?? '') : '';
  return href + (node.textContent ?? '').slice(0, MAX_TEXT);
}

function hasSettled({ now, changedAt, movedAt, isKnown }: Moment): boolean {
  return !isKnown && movedAt > changedAt && now - movedAt >= QUIET && now - changedAt >= FLOOR;
}

/**
 * Makes a guard for one page. An address changes before the page does: for some 100 ms the old ticket's content stands under the
 * new ticket's key. A node that was read under another ticket and has not changed since is that ticket's.
 */
export function createStaleGuard(): StaleGuard {
  const seen = new WeakMap<Node, Seen>();
  let shown: ReadonlySet<string> = new Set();
  let shownIn = '';
  function isStale(node: Node, moment: Moment, isReplacing: boolean, { isFrame, isOutside }: Finding): boolean {
    const text = textOf(node);
    const before = seen.get(node);
    if (before?.text !== text) {
      // A frame takes another name as soon as it has read itself: that is no other mail.
      const replacedAt = isFrame && before ? before.replacedAt : isReplacing ? moment.now : undefined;
      seen.set(node, { ticket: moment.ticket, text, replacedAt });
      return false;
    }
    const wasAhead = before.replacedAt !== undefined && moment.changedAt - before.replacedAt < AHEAD;
    const isOwn = before.ticket === moment.ticket || (moment.isKeyed && !isOutside) || wasAhead || hasSettled(moment);
    if (isOwn) before.ticket = moment.ticket;
    return !isOwn;
  }
  return {
    filter(findings, moment) {
      const own = findings.filter((finding) => !isElsewhere(finding));
      const isReplacing = shownIn === moment.ticket && shown.size > 0 && !own.some(({ id }) => shown.has(id));
      const kept = own.filter((finding) => !finding.node || !isStale(finding.node, moment, isReplacing, finding));
      [shown, shownIn] = [new Set(kept.map(({ id }) => id)), moment.ticket];
      return { kept: [...kept, ...findings.filter(isElsewhere)], holds: kept.length < own.length };
    },
  };
}
