/** More than a page's content scripts ever say: one reports a few times for each ticket, and rests in between. */
const MOST_PER_SECOND = 100;
const SECOND_MS = 1_000;
const QUIET_MS = 2_000;
const MOST_TABS = 200;

interface Count {
  /** When this second began. */
  since: number;
  messages: number;
  /** Until then nothing of the tab is heard, unless it goes on talking. */
  mutedUntil: number;
}

/** What to do with a message: take it, drop it, or drop it as the first of many. */
export type FloodVerdict = 'hear' | 'drop' | 'mute';

/**
 * Tells tabs that talk without end from the others, at next to no cost for each message. A tab that says too much is not heard
 * until it has been quiet for two seconds. Times in ms on one clock.
 */
export function createFloodGuard(): (tab: number, now: number) => FloodVerdict {
  const counts = new Map<number, Count>();

  function findCount(tab: number, now: number): Count {
    const known = counts.get(tab);
    if (known) return known;
    for (const [other, { since, mutedUntil }] of counts.size < MOST_TABS ? [] : counts) {
      if (now - since > SECOND_MS && now > mutedUntil) counts.delete(other);
    }
    const count: Count = { since: now, messages: 0, mutedUntil: Number.NEGATIVE_INFINITY };
    counts.set(tab, count);
    return count;
  }

  return (tab, now) => {
    const count = findCount(tab, now);
    if (now < count.mutedUntil) {
      count.mutedUntil = now + QUIET_MS;
      return 'drop';
    }
    if (now - count.since >= SECOND_MS) [count.since, count.messages] = [now, 0];
    count.messages += 1;
    if (count.messages <= MOST_PER_SECOND) return 'hear';
    count.mutedUntil = now + QUIET_MS;
    return 'mute';
  };
}
