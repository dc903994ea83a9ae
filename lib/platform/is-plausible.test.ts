import { describe, expect, it } from 'vitest';
import { isPlausible } from './is-plausible.ts';

const settings = { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' };

describe('isPlausible', () => {
  it.each<[string, unknown]>([
    ['providers', {}],
    ['providers', { maax: { settings, stored: [], savedAt: 1 } }],
    ['providers', { maax: { settings }, third: 5 }],
    ['sites', []],
    ['sites', [{ origin: 'https://desk.example' }]],
    ['rules', []],
    ['lock', { hasPassphrase: false, afterMinutes: 15 }],
    ['shapes', { maax: { entries: 'pairs', place: 'data' } }],
    ['other', 5],
  ])('takes %s %j', (key, value) => expect(isPlausible(key, value)).toBe(true));

  it.each<[string, unknown]>(
    ['providers', 'sites', 'rules', 'shapes', 'lock'].flatMap((key) =>
      [5, 'text', null, true, [5], [null], [{}], { maax: 5 }, { maax: { settings: 'damaged' } }, { maax: { settings: {} } }].map(
        (value): [string, unknown] => [key, value],
      ),
    ),
  )('refuses %s %j', (key, value) => expect(isPlausible(key, value)).toBe(false));
});
