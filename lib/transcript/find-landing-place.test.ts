import { describe, expect, it } from 'vitest';
import type { Message, Role } from '../domain/message.ts';
import { findLandingPlace } from './find-landing-place.ts';

const ROLE_OF: { readonly [letter: string]: Role } = { c: 'customer', a: 'agent', b: 'bot', s: 'system', u: 'unknown' };

function say(letters: string): Message[] {
  return [...letters].map((letter, index) => ({
    id: `${index}`,
    role: ROLE_OF[letter] ?? 'unknown',
    text: letter,
    format: 'plain',
  }));
}

describe('findLandingPlace', () => {
  it.each([
    ['', -1, 'nothing there'],
    ['c', 0, 'one message'],
    ['bcbcb', 4, 'no human yet: the end'],
    ['bcbcac', 3, 'the last thing said before a human answered'],
    ['bccbsaca', 2, 'bot and system lines in between are passed over'],
    ['acaca', 4, 'a human began: the end'],
    ['bsab', 3, 'nothing from the customer before the human: the end'],
  ])('%s → %i (%s)', (letters, place) => {
    expect(findLandingPlace(say(letters))).toBe(place);
  });
});
