import { describe, expect, it } from 'vitest';
import { TEXTS, VALUES } from './corpus.ts';
import { GROUPS, type Group } from './vector.ts';

const all = [...TEXTS, ...VALUES];

describe('the hostile corpus', () => {
  it('has 650 vectors or more, and enough of each group', () => {
    expect(all.length).toBeGreaterThanOrEqual(650);
    const short = (Object.keys(GROUPS) as Group[]).filter(
      (group) => all.filter((vector) => vector.group === group).length < GROUPS[group],
    );
    expect(short).toEqual([]);
  });

  it('has no vector twice, neither by name nor by what it says', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const texts = TEXTS.map(({ text }) => text);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    const values = VALUES.map(({ value }) => JSON.stringify(value));
    expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
  });
});
