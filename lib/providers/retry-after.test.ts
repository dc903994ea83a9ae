import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0);

describe('parseRetryAfter', () => {
  it.each([
    ['7', 7],
    [' 30 ', 30],
    ['0', 1],
    ['3600', 3600],
    ['1000000000', 3600],
    ['99999999999999999999', 5],
    ['Mon, 23 Nov 2026 12:00:20 GMT', 20],
    ['Monday, 23-Nov-26 12:00:20 GMT', 20],
    ['Tue, 24 Nov 2026 12:00:00 GMT', 3600],
    ['Mon, 23 Nov 2026 11:59:00 GMT', 5],
    [null, 5],
    ['', 5],
    ['-1', 5],
    ['1.5', 5],
    ['1e3', 5],
    ['soon', 5],
    ['2026-11-23', 5],
    ['5 apples', 5],
  ])('reads %j as %i s from now', (header, seconds) => {
    expect(parseRetryAfter(header, NOW) - NOW).toBe(seconds * 1000);
  });

  it('is always between a second and an hour from now', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.date().map(String)), (header) => {
        const wait = parseRetryAfter(header, NOW) - NOW;
        expect(wait).toBeGreaterThanOrEqual(1_000);
        expect(wait).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});
