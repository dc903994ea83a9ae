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

  it('lends some looks to a page at rest, then no more of them than any other gets', () => {
    const budget = createScanBudget();
    let looks = 0;
    for (let now = 0; now < 60_000; now += 300) {
      if (!budget.lends(now)) continue;
      budget.spend(27, now);
      looks += 1;
    }
    // The purse and the loan, and what a minute brings.
    expect(looks).toBeGreaterThan(520 / 27);
    expect(looks * 27).toBeLessThan(520 + 60_000 * 0.005 + 2 * 27);
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
