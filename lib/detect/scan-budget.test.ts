import { describe, expect, it } from 'vitest';
import { createScanBudget } from './scan-budget.ts';

describe('the scan budget', () => {
  it('keeps a restless page below 1 % of the main thread', () => {
    const budget = createScanBudget();
    let [now, spent] = [0, 0];
    while (now < 60_000) {
      now += Math.max(1, budget.wait(now));
      budget.spend(9, now);
      spent += 9;
    }
    expect(spent / now).toBeLessThan(0.01);
  });

  it('grants a new ticket its look, but not one a moment', () => {
    const budget = createScanBudget();
    budget.spend(500, 0);
    expect(budget.wait(0)).toBe(5000);
    budget.grant(10);
    expect(budget.wait(10)).toBe(0);
    budget.spend(100, 10);
    budget.grant(20);
    expect(budget.wait(20)).toBeGreaterThan(1000);
  });
});
