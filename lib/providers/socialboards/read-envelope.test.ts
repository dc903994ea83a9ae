import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLine } from '../request-json.ts';
import { readEnvelope } from './read-envelope.ts';
import { readFacts } from './read-facts.ts';
import { readMessages } from './read-message.ts';
import { WIRE } from './wire.ts';

const LINE = openLine('socialboards', { fetch, now: () => 1_000_000, secrets: {} });

const read = (answer: unknown) => readEnvelope(answer, WIRE.conversation, LINE);

describe('readEnvelope', () => {
  it.each([
    { data: { id: 7 }, errorCode: -1, errorText: null },
    { data: { id: '7' }, errorCode: '-1' },
    { data: { id: 7 }, errorCode: null },
    { data: { id: 7, more: 1 }, more: 2 },
  ])('takes the data out of %j', (answer) => {
    expect(read(answer)).toMatchObject({ ok: true, value: { id: '7' } });
  });

  it.each([
    ['The conversation is not found', 'not-found'],
    ['Ticket does not exist', 'not-found'],
    ['NotFound', 'not-found'],
    ['Unauthorized', 'key-rejected'],
    ['The token has expired', 'key-rejected'],
    ['Invalid access token', 'key-rejected'],
    ['Access denied', 'forbidden'],
    ['Forbidden', 'forbidden'],
  ])('knows what %j means', (errorText, kind) => {
    const answer = { data: null, errorCode: 12, errorText };
    expect(read(answer)).toEqual({ ok: false, failure: { kind, provider: 'socialboards', reason: 'error-envelope' } });
  });

  it('waits 5 s where it means "too often"', () => {
    expect(read({ errorCode: 3, errorText: 'Too many requests' })).toMatchObject({
      failure: { kind: 'rate-limited', retryAt: 1_005_000 },
    });
  });

  it.each([
    [{ data: { id: 7 }, errorCode: 0, errorText: null }, 'error-envelope'],
    [{ data: null, errorCode: 42, errorText: 'Something went wrong' }, 'error-envelope'],
    [{ errorCode: 'E7' }, 'error-envelope'],
    [{ data: null, errorCode: -1, errorText: null }, 'wrong-shape'],
    [{ data: [], errorCode: -1 }, 'wrong-shape'],
    [{ id: 7 }, 'wrong-shape'],
    [{ data: { id: 7, messages: [7] }, errorCode: -1 }, 'wrong-shape'],
    [[], 'wrong-shape'],
    [null, 'wrong-shape'],
    ['x', 'wrong-shape'],
  ])('shows %j as it came', (raw, reason) => {
    expect(read(raw)).toEqual({ ok: false, failure: { kind: 'unexpected-answer', provider: 'socialboards', reason, raw } });
  });

  it('reads or refuses any answer', () => {
    const member = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, null, 7, '2023-09-01T00:00:00Z'));
    const user = fc.record({ id: member, isBot: member, name: member, status: member }, { requiredKeys: [] });
    const message = fc.record({
      author: fc.oneof(user, member),
      creationTime: member,
      id: member,
      message: fc.oneof(fc.string(), member),
    });
    const data = fc.record({
      id: fc.oneof(fc.integer(), member),
      creationTime: member,
      feedback: member,
      isClosed: member,
      messages: fc.oneof(fc.array(message), member),
      queuePositionInfo: fc.oneof(fc.record({ position: member, waitTime: member }), member),
      totalMessagesCount: member,
    });
    fc.assert(
      fc.property(fc.record({ data, errorCode: fc.oneof(fc.constant(-1), member) }), (generated) => {
        const answer = read(JSON.parse(JSON.stringify(generated)));
        if (answer.ok) {
          expect(typeof readFacts(answer.value)).toBe('object');
          const messages = readMessages(answer.value.messages ?? []);
          expect(messages.every(({ id, text }) => typeof id === 'string' && typeof text === 'string')).toBe(true);
        }
      }),
    );
  });
});
