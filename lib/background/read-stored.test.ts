import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SLOW_PROPERTY_RUNS } from '../../tests/depth.ts';
import { readStored } from './read-stored.ts';

/** Right values, each to be damaged. */
const RIGHT = {
  lock: { hasPassphrase: true, afterMinutes: 15 },
  providers: {
    maax: { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, stored: ['apiKey'], savedAt: 5 },
    socialboards: {
      settings: {
        provider: 'socialboards',
        signIn: 'refresh-token',
        clientId: 'client',
        community: '',
        baseUrl: 'https://api.socialboards.com/',
        tokenUrl: 'https://api.socialboards.com/token',
      },
      stored: ['refreshToken'],
      savedAt: 5,
      changedAt: 5,
    },
  },
  shapes: { maax: { entries: 'messages', place: 'history' } },
  rules: [{ version: 1, site: 'https://desk.example', kind: 'label', text: 'Case ref', enabled: true }],
  sites: [{ origin: 'https://desk.example', sidebar: { shown: true, open: false, side: 'right', width: 380 } }],
} as const;

type Name = keyof typeof RIGHT;
const NAMES = Object.keys(RIGHT) as Name[];

beforeEach(() => fakeBrowser.reset());

/** A copy of a value in which the `turn`-th part is another. */
function replacePart(value: unknown, turn: { left: number }, by: unknown): unknown {
  turn.left -= 1;
  if (turn.left < 0 || typeof value !== 'object' || value === null) return turn.left < 0 ? value : by;
  if (turn.left === 0) return by;
  const entries = Object.entries(value).map(([key, part]) => [key, replacePart(part, turn, by)] as const);
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

const other = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, '', 0, -1, 1e308, true, [], {}, 'https://evil.example/', { __proto__: null }),
);
const damaged = fc
  .tuple(fc.constantFrom(...NAMES), fc.integer({ min: 1, max: 20 }), other)
  .map(([name, left, by]) => [name, replacePart(RIGHT[name], { left }, by)] as const);
const anything = fc.tuple(fc.constantFrom(...NAMES), fc.jsonValue());

describe('a stored value', () => {
  it.each(NAMES)('that is right is read as it is: %s', async (name) => {
    await fakeBrowser.storage.local.set({ [name]: RIGHT[name] });
    expect(await readStored(name)).toEqual(RIGHT[name]);
  });

  it('that was saved in place of a damaged one stays, though another has read the damaged one before', async () => {
    const local = fakeBrowser.storage.local;
    await local.set({ providers: 'damaged' });
    const found = await local.get('providers');
    let answer: (() => void) | undefined;
    vi.spyOn(local, 'get').mockImplementationOnce(() => new Promise((resolve) => (answer = () => resolve(found))));
    const late = readStored('providers');
    await readStored('providers');
    await local.set({ providers: RIGHT.providers });
    answer?.();
    expect(await late).toBeUndefined();
    expect(await local.get(null)).toEqual({ providers: RIGHT.providers, 'broken:providers': 'damaged' });
  });

  it('that is old or damaged is read rightly or set aside whole, and no other value changes', async () => {
    const check = async ([name, value]: readonly [Name, unknown]): Promise<void> => {
      const stored = JSON.parse(JSON.stringify({ ...RIGHT, [name]: value })) as Record<string, unknown>;
      await fakeBrowser.storage.local.clear();
      await fakeBrowser.storage.local.set(stored);
      const read = await readStored(name);
      const after = await fakeBrowser.storage.local.get(null);
      const others = NAMES.filter((one) => one !== name);
      expect(others.map((one) => after[one])).toEqual(others.map((one) => RIGHT[one]));
      if (stored[name] === undefined || stored[name] === null) return void expect(read).toBeUndefined();
      if (read === undefined) return void expect([after[name], after[`broken:${name}`]]).toEqual([undefined, stored[name]]);
      // Read: nothing but what it held, part by part; and what is read is right from then on.
      expect(stored[name]).toMatchObject(
        name === 'sites' ? (read as { origin: string }[]).map(({ origin }) => ({ origin })) : read,
      );
      await fakeBrowser.storage.local.set({ [name]: read });
      expect(await readStored(name)).toEqual(read);
    };
    await fc.assert(fc.asyncProperty(fc.oneof(damaged, anything), check), { numRuns: SLOW_PROPERTY_RUNS });
  });
});
