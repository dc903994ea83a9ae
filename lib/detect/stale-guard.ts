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

/** Holds back what the page still shows of the ticket before. */
export interface StaleGuard {
  filter(findings: readonly Finding[], moment: Moment): { readonly kept: readonly Finding[]; readonly isWaiting: boolean };
}

interface Seen {
  ticket: string;
  readonly text: string;
  readonly since: number;
}

/** After so much quiet, what still stands on an unknown page belongs to it. */
const QUIET = 1000;
const FLOOR = 3000;
/** A page may draw the next ticket first and change its address after: what is as young as this may be new. */
const YOUNG = 1000;
const MAX_TEXT = 2000;

function textOf(node: Node): string {
  const control = node as Partial<HTMLInputElement & HTMLAnchorElement>;
  if (typeof control.value === 'string') return control.value;
  const href = node.nodeType === 1 ? ((node as Element).getAttribute('href') ?? '') : '';
  return href + (node.textContent ?? '').slice(0, MAX_TEXT);
}

function hasSettled({ now, changedAt, movedAt }: Moment): boolean {
  return movedAt > changedAt && now - movedAt >= QUIET && now - changedAt >= FLOOR;
}

/**
 * Makes a guard for one page. An address changes before the page does: for some 100 ms the old ticket's content stands under the
 * new ticket's key. A node that was read under another ticket and has not changed since is that ticket's.
 */
export function createStaleGuard(): StaleGuard {
  const seen = new WeakMap<Node, Seen>();
  function isStale(node: Node, moment: Moment): 'no' | 'for-now' | 'yes' {
    const text = textOf(node);
    const before = seen.get(node);
    const isOther = before !== undefined && before.text === text && before.ticket !== moment.ticket;
    if (!isOther) {
      if (before?.text !== text) seen.set(node, { ticket: moment.ticket, text, since: moment.now });
      return 'no';
    }
    const isYoung = moment.changedAt - before.since < YOUNG;
    const mayBeReleased = !moment.isKnown || isYoung;
    if (!moment.isKeyed && !(mayBeReleased && hasSettled(moment))) return mayBeReleased ? 'for-now' : 'yes';
    before.ticket = moment.ticket;
    return 'no';
  }
  return {
    filter(findings, moment) {
      let isWaiting = false;
      const kept = findings.filter(({ node }) => {
        const stale = node ? isStale(node, moment) : 'no';
        if (stale === 'for-now') isWaiting = true;
        return stale === 'no';
      });
      return { kept, isWaiting };
    },
  };
}
