/** Ids of some pages: how many the labels name, how many of those were found, and how many were found beside them. */
export interface Tally {
  readonly pages: number;
  readonly expected: number;
  readonly right: number;
  readonly wrong: number;
}

/** One page. An id found under another chat system than its label's is both wrong and missed. */
export function countOutcomes(labels: readonly string[], found: readonly string[]): Tally {
  const expected = new Set(labels);
  const taken = [...new Set(found)];
  const right = taken.filter((id) => expected.has(id)).length;
  return { pages: 1, expected: expected.size, right, wrong: taken.length - right };
}

export function sumTallies(tallies: readonly (Tally | undefined)[]): Tally {
  const sum = { pages: 0, expected: 0, right: 0, wrong: 0 };
  for (const tally of tallies) {
    for (const key of ['pages', 'expected', 'right', 'wrong'] as const) sum[key] += tally?.[key] ?? 0;
  }
  return sum;
}

/** A share in per cent; where there is nothing to share, a dash. */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
