import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_POLICY } from './message-policy.ts';

type Type = keyof typeof MESSAGE_POLICY;

const TYPES = Object.keys(MESSAGE_POLICY) as Type[];

const words = fc.constantFrom(
  ...['ref', 'provider', 'id', 'by', 'tab', 'draft', 'settings', 'typed', 'baseUrl', 'apiKey', 'passphrase', 'minutes', 'origin'],
  ...[
    'helpdesk',
    'settled',
    'candidates',
    'shown',
    'open',
    'side',
    'width',
    'rule',
    'text',
    'candidate',
    'instead',
    'heldAt',
    'maxAge',
    'isActive',
  ],
  ...['__proto__', 'constructor', 'toString', 'polluted'],
);

const { input: anyInput } = fc.letrec<{ input: unknown }>((tie) => ({
  input: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<unknown>(null, undefined, true, 0, -1, 15, Number.NaN, 'maax', 'hand', 'left', 'https://desk.example', '48213'),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.anything({ maxDepth: 1, withBigInt: true, withMap: true, withSet: true, withTypedArray: true }),
    fc.array(tie('input'), { maxLength: 3 }),
    fc.dictionary(words, tie('input'), { maxKeys: 5 }),
  ),
}));

/** Nothing but plain data: what zod has taken apart and put together, without anything that was not asked for. */
function isPlain(value: unknown): boolean {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

describe('a message’s input', () => {
  it('is refused or becomes plain data, whatever it is, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), anyInput, (type, input) => {
        const parsed = MESSAGE_POLICY[type].input.safeParse(input);
        if (parsed.success) {
          expect(isPlain(parsed.data)).toBe(true);
          // What was taken is taken again as it is: nothing is read into it on the way.
          expect(MESSAGE_POLICY[type].input.safeParse(parsed.data)).toEqual({ success: true, data: parsed.data });
        }
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
    );
  });
});
