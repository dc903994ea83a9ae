import type { Instant } from './parse-time.ts';

/**
 * Entries oldest first, whatever way round they came. Equal times keep the provider's order; an entry without a time stays
 * behind the one before it.
 */
export function orderByTime<T>(entries: readonly T[], timeOf: (entry: T) => Instant | undefined): readonly T[] {
  const oriented = isNewestFirst(entries, timeOf) ? entries.toReversed() : entries;
  let last: Instant = { ms: Number.NEGATIVE_INFINITY, sub: 0 };
  const timed = oriented.map((entry) => {
    last = timeOf(entry) ?? last;
    return { entry, at: last };
  });
  return timed.toSorted((a, b) => compare(a.at, b.at)).map(({ entry }) => entry);
}

function isNewestFirst<T>(entries: readonly T[], timeOf: (entry: T) => Instant | undefined): boolean {
  const times = entries.map(timeOf).filter((time) => time !== undefined);
  let rising = 0;
  for (const [index, time] of times.entries()) {
    const before = times[index - 1];
    rising += before === undefined ? 0 : Math.sign(compare(time, before));
  }
  return rising < 0;
}

function compare(a: Instant, b: Instant): number {
  // Not by subtraction: two entries before the first known time are both at minus infinity.
  if (a.ms !== b.ms) {
    return a.ms < b.ms ? -1 : 1;
  }
  return a.sub - b.sub;
}
