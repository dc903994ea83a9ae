import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AVATAR_HUES, getHue, getInitials, getSpeaker } from './describe-author.ts';

describe('getInitials', () => {
  it.each([
    ['Kari Nordmann', 'KN'],
    ['kari', 'K'],
    ['Anne-Grete van der Berg', 'AB'],
    ['  Øystein   Ås ', 'ØÅ'],
    ['李小龙', '李'],
    ['😀 Max 😀', 'M'],
    ['\u202eEvil', 'E'],
    ['kari@example.com', 'KC'],
    ['???', ''],
    ['', ''],
  ])('%j → %j', (name, initials) => {
    expect(getInitials(name)).toBe(initials);
  });

  it('stays short for any name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => [...getInitials(name)].length <= 40));
  });
});

describe('getHue', () => {
  it('is one of the tints, and the same every time', () => {
    fc.assert(
      fc.property(fc.string(), (person) => {
        const hue = getHue(person);
        expect(Number.isInteger(hue) && hue >= 0 && hue < AVATAR_HUES).toBe(true);
        expect(getHue(person)).toBe(hue);
      }),
    );
  });

  it('spreads people over the tints', () => {
    const hues = new Set(Array.from({ length: 200 }, (_, index) => getHue(`person ${index}`)));
    expect(hues.size).toBe(AVATAR_HUES);
  });
});

describe('getSpeaker', () => {
  it('goes by the key, then the name, and never across roles', () => {
    const base = { id: '1', text: '', format: 'plain' } as const;
    const byKey = getSpeaker({ ...base, role: 'agent', author: 'Ola', authorKey: 'x' });
    expect(byKey).toBe(getSpeaker({ ...base, role: 'agent', author: 'Ola N.', authorKey: 'x' }));
    expect(byKey).not.toBe(getSpeaker({ ...base, role: 'customer', author: 'Ola', authorKey: 'x' }));
    expect(getSpeaker({ ...base, role: 'bot' })).not.toBe(getSpeaker({ ...base, role: 'bot', author: 'Max' }));
  });
});
