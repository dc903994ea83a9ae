import { expect, it } from 'vitest';
import type { Message } from '../domain/message.ts';
import { countAppended } from './count-appended.ts';

const say = (id: string, time?: string): Message => ({
  id,
  role: 'customer',
  text: id,
  format: 'plain',
  ...(time ? { time } : {}),
});
const list = (ids: string) => [...ids].map((id) => say(id));

it.each([
  ['nothing new', 'abc', 'abc', 0],
  ['two more', 'abc', 'abcde', 2],
  ['older ones above', 'abc', 'xyzabc', 0],
  ['both', 'bc', 'abcd', 1],
  ['one of several with the same id', 'a00', 'a000b', 1],
  ['the last one is gone', 'abc', 'ab', 0],
  ['an empty one', '', 'ab', 0],
])('%s', (_what, before, after, expected) => {
  expect(countAppended(list(before), list(after))).toBe(expected);
});

it('tells messages with one id apart by time', () => {
  const [first, second] = [say('0', '2026-01-01T00:00:00.000Z'), say('0', '2026-01-01T00:01:00.000Z')];
  expect(countAppended([first], [first, second])).toBe(1);
});
