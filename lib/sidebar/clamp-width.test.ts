import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampWidth } from './clamp-width.ts';

describe('clampWidth', () => {
  it.each([
    [380, 1280, 380],
    [100, 1280, 280],
    [5000, 1280, 640],
    [5000, 2560, 760],
    [700, 600, 300],
    [380, 500, 280],
    [380, 320, 280],
    [380, 200, 200],
    [Number.NaN, 1280, 280],
  ])('makes %d in a window of %d a width of %d', (wanted, viewport, width) => {
    expect(clampWidth(wanted, viewport)).toBe(width);
  });

  it('never goes off-screen', () => {
    fc.assert(
      fc.property(fc.double(), fc.integer({ min: 1, max: 10_000 }), (wanted, viewport) => {
        expect(clampWidth(wanted, viewport)).toBeLessThanOrEqual(viewport);
        expect(clampWidth(wanted, viewport)).toBeGreaterThan(0);
      }),
    );
  });
});
