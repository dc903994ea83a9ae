import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_RUNS } from '../../tests/depth.ts';
import type { Conversation } from '../domain/conversation.ts';
import { type Message, ROLES, type Role } from '../domain/message.ts';
import { findLandingPlace } from '../transcript/find-landing-place.ts';
import { cutPart } from './cut-part.ts';

function converse(roles: readonly Role[], changed: Partial<Conversation> = {}): Conversation {
  const messages = roles.map((role, index): Message => ({ id: String(index), role, text: `text ${index}`, format: 'plain' }));
  return { ref: { provider: 'maax', id: '1' }, messages, gaps: [], facts: {}, complete: true, fetchedAt: 5, ...changed };
}

/** 1,000 messages of the bot, but for those named. */
const talk = (others: Readonly<Record<number, Role>>) =>
  converse(Array.from({ length: 1_000 }, (_, index) => others[index] ?? 'bot'));

describe('cutPart', () => {
  it.each([
    ['at the beginning', talk({ 0: 'customer', 3: 'agent' }), { above: 0, below: 900 }],
    ['in the middle', talk({ 500: 'customer', 503: 'agent' }), { above: 450, below: 450 }],
    ['at the end, where no human has answered', talk({ 500: 'customer' }), { above: 900, below: 0 }],
  ])('takes what is around where reading starts: %s', (_where, whole, around) => {
    const part = cutPart(whole);
    expect(part).toMatchObject({ complete: false, around });
    expect(part?.messages).toEqual(whole.messages.slice(around.above, around.above + 100));
  });

  it.each([
    ['short', converse(Array.from({ length: 300 }, () => 'customer'))],
    ['holes are in it', { ...talk({}), gaps: [{ before: 7, missing: 3 }] }],
    ['the human answered long after where reading starts', talk({ 500: 'customer', 900: 'agent' })],
  ])('takes nothing out of one where the whole is the better start: %s', (_why, whole) => {
    expect(cutPart(whole)).toBeUndefined();
  });

  it('never lets reading start elsewhere than in the whole', () => {
    const role = fc.oneof({ weight: 30, arbitrary: fc.constant<Role>('bot') }, fc.constantFrom(...ROLES));
    fc.assert(
      fc.property(fc.array(role, { minLength: 301, maxLength: 600 }), (roles) => {
        const whole = converse(roles);
        const part = cutPart(whole);
        if (part === undefined) return;
        expect(part.messages[findLandingPlace(part.messages)]).toBe(whole.messages[findLandingPlace(whole.messages)]);
        expect((part.around?.above ?? 0) + part.messages.length + (part.around?.below ?? 0)).toBe(roles.length);
      }),
      { numRuns: PROPERTY_RUNS / 10 },
    );
  });
});
