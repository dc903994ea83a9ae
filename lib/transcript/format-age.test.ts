import { expect, it } from 'vitest';
import { formatAge } from './format-age.ts';

it.each([
  [-5_000, undefined],
  [0, undefined],
  [74_999, undefined],
  [75_000, '1 min ago'],
  [179_999, '2 min ago'],
  [3_599_999, '59 min ago'],
  [3_600_000, '1 hr ago'],
  [86_400_000, '1 day ago'],
])('%s ms: %s', (age, text) => {
  expect(formatAge(age, 'en-GB')?.replaceAll('.', '')).toBe(text);
});
