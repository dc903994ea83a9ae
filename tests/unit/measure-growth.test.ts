import { describe, expect, it } from 'vitest';
import { LINEAR_GROWTH, measureGrowth } from '../measure-growth.ts';

/** Looks at each place `times`; the sum keeps the loop from being left out. */
function walk(size: number, times: (size: number) => number): number {
  let sum = 0;
  for (let at = 0; at < size; at += 1) for (let turn = 0; turn < times(size); turn += 1) sum = (sum + (at ^ turn)) % 1009;
  return sum;
}

describe('the measure of growth', () => {
  it('tells linear work from quadratic work', () => {
    expect(measureGrowth((size) => () => walk(size, () => 8000), 1500)).toBeLessThan(LINEAR_GROWTH);
    expect(measureGrowth((size) => () => walk(size, (all) => all), 1500)).toBeGreaterThan(LINEAR_GROWTH);
    expect(measureGrowth((size) => () => /[\s]+$/.test(`${' '.repeat(size)}x`), 1500)).toBeGreaterThan(LINEAR_GROWTH);
  });
});
