import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderByTime } from './order-by-time.ts';
import { parseTime } from './parse-time.ts';

type Entry = readonly [name: string, time?: string];

function order(entries: readonly Entry[]): string {
  return orderByTime(entries, ([, time]) => parseTime(time))
    .map(([name]) => name)
    .join('');
}

const T = (second: number, fraction = '0'): string => `2026-11-23T12:00:${String(second).padStart(2, '0')}.${fraction}Z`;

describe('orderByTime', () => {
  it.each([
    [
      'oldest first',
      [
        ['a', T(1)],
        ['b', T(2)],
        ['c', T(3)],
      ],
      'abc',
    ],
    [
      'newest first',
      [
        ['c', T(3)],
        ['b', T(2)],
        ['a', T(1)],
      ],
      'abc',
    ],
    [
      'newest first with equal times',
      [
        ['d', T(3)],
        ['c', T(1)],
        ['b', T(1)],
        ['a', T(1)],
      ],
      'abcd',
    ],
    [
      'equal times',
      [
        ['a', T(1)],
        ['b', T(1)],
        ['c', T(1)],
      ],
      'abc',
    ],
    [
      'an imported message at the end',
      [
        ['b', T(5)],
        ['c', T(6)],
        ['d', T(6)],
        ['a', T(1)],
      ],
      'abcd',
    ],
    [
      'the seventh fraction digit',
      [
        ['b', T(1, '0000002')],
        ['a', T(1, '0000001')],
        ['c', T(2)],
      ],
      'abc',
    ],
    ['entries without a time', [['a'], ['b', T(1)], ['c'], ['d', T(2)]], 'abcd'],
    ['no times at all', [['b'], ['a'], ['c']], 'bac'],
    ['nothing', [], ''],
  ] satisfies [string, Entry[], string][])('orders %s', (_what, entries, expected) => {
    expect(order(entries)).toBe(expected);
  });

  it('loses nothing and sets every known time after the one before', () => {
    const times = fc.array(fc.option(fc.integer({ min: 1e12, max: 1e12 + 50 }), { nil: undefined }));
    fc.assert(
      fc.property(times, (given) => {
        const ordered = orderByTime(given, parseTime);
        expect(ordered.toSorted()).toEqual(given.toSorted());
        const known = ordered.filter((time) => time !== undefined);
        expect(known).toEqual(known.toSorted((a, b) => a - b));
      }),
    );
  });
});
