import { describe, expect, it } from 'vitest';
import { countOutcomes, formatShare, sumTallies } from './count-outcomes.ts';

describe('precision and recall', () => {
  it('counts an id once, however often it was found', () => {
    expect(countOutcomes(['1'], ['1', '1'])).toEqual({ pages: 1, expected: 1, right: 1, wrong: 0 });
  });

  it('counts an id under the wrong chat system as wrong and as missed', () => {
    expect(countOutcomes(['maax:1', 'maax:2'], ['maax:2', 'socialboards:1'])).toEqual({
      pages: 1,
      expected: 2,
      right: 1,
      wrong: 1,
    });
  });

  it('counts an id on a page that holds none', () => {
    expect(countOutcomes([], ['7'])).toEqual({ pages: 1, expected: 0, right: 0, wrong: 1 });
  });

  it('adds pages up and never divides by nothing', () => {
    expect(sumTallies([undefined, countOutcomes(['1'], ['1']), countOutcomes(['2'], [])])).toEqual({
      ...{ pages: 2, expected: 2, right: 1, wrong: 0 },
    });
    expect([formatShare(1, 2), formatShare(0, 0)]).toEqual(['50.0 %', '–']);
  });
});
