import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../../demo/emulator/server.ts';
import { makeMaaxAccess } from '../access-for-tests.ts';
import { maax } from './client.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

beforeEach(() => {
  emulator.rules.clear();
  emulator.requests.length = 0;
});

describe('open', () => {
  it('reads a history with one request, as documented', async () => {
    const answer = await maax.open('48213', makeMaaxAccess(emulator.url));
    expect(answer).toMatchObject({
      ok: true,
      value: { ref: { provider: 'maax', id: '48213' }, complete: true, gaps: [], facts: {}, fetchedAt: expect.any(Number) },
    });
    expect(answer.ok && answer.value.messages.length).toBe(10);
    expect(emulator.requests).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/api/v2/conversations/48213/',
        body: '{}',
        headers: expect.objectContaining({ '2hd-api-key': 'demo-maax-key-1234567890', 'content-type': 'application/json' }),
      }),
    ]);
  });

  it.each([
    ['48213', ['customer', 'bot', 'customer', 'bot', 'customer', 'bot', 'system', 'agent', 'customer', 'agent']],
    ['48214', ['customer', 'bot', 'customer', 'bot', 'customer', 'bot', 'customer', 'bot']],
    ['48215', ['customer', 'bot', 'customer', 'bot', 'customer', 'bot']],
    ['48217', ['customer', 'bot', 'agent']],
    ['48218', ['customer', 'bot', 'customer', 'bot']],
    ['48219', ['customer', 'bot']],
    ['48220', []],
  ])('reads the shape of %s', async (id, roles) => {
    const answer = await maax.open(id, makeMaaxAccess(emulator.url));
    expect(answer.ok && answer.value.messages.map(({ role }) => role)).toEqual(roles);
    const times = answer.ok ? answer.value.messages.map(({ time }) => time ?? '') : [];
    expect(times).toEqual(times.toSorted());
  });

  it('says what the documented body is', async () => {
    expect(await maax.open('48216', makeMaaxAccess(emulator.url))).toEqual({
      ok: false,
      failure: { kind: 'unexpected-answer', provider: 'maax', reason: 'send-receipt', raw: { incoming_message_id: 9120477 } },
    });
  });

  it.each([
    ['a wrong key', '48213', 'wrong', { kind: 'key-rejected', status: 401 }],
    ['an unknown id', '7', undefined, { kind: 'not-found', status: 404 }],
    ['a forbidden id', '403403', undefined, { kind: 'forbidden', status: 403 }],
  ])('answers %s', async (_what, id, key, failure) => {
    expect(await maax.open(id, makeMaaxAccess(emulator.url, key))).toEqual({
      ok: false,
      failure: { provider: 'maax', ...failure },
    });
    expect(emulator.requests).toHaveLength(1);
  });

  it.each([
    ['no id', '..', 'k', 'bad-id'],
    ['no key', '48213', '', 'no-key'],
    ['a key that no header can hold', '48213', 'a\nb', 'no-key'],
  ])('asks nobody with %s', async (_what, id, key, kind) => {
    expect(await maax.open(id, makeMaaxAccess(emulator.url, key))).toMatchObject({ failure: { kind, provider: 'maax' } });
    expect(emulator.requests).toHaveLength(0);
  });

  it.each([
    ['read', { conversation_id: 48214, messages: [{ text: 'private' }] }],
    ['not read', { conversation_id: 48214, log: { said: 'private' } }],
    ['not read, its list named', { prospect: { conversations: [{ id: 48214, entries: [{ said: 'private' }] }] } }],
  ])("shows nothing of another conversation's answer that can be %s", async (_what, body) => {
    emulator.rules.add({ match: {}, respond: { body } });
    expect(await maax.open('48213', makeMaaxAccess(emulator.url))).toEqual({
      ok: false,
      failure: expect.not.objectContaining({ raw: expect.anything() }),
    });
    expect(await maax.open('48213', makeMaaxAccess(emulator.url))).toMatchObject({
      failure: { kind: 'unexpected-answer', reason: 'other-conversation' },
    });
  });

  it.each([
    ['another', '{"conversation_id": 48214, "messages": [{"id": 48213, "text": "private"', false],
    ['perhaps another', '{"id": 48214, "messages": [{"text": "private"', false],
    ['the asked one', '{"conversation_id": 48213, "messages": [{"id": 1, "text": "x"', true],
    ['nobody knows which', '{"messages": [{"text": "x"', true],
  ])('shows what broke off only where it is not of another conversation: %s', async (_what, body, isShown) => {
    emulator.rules.add({ match: {}, respond: { body } });
    const answer = await maax.open('48213', makeMaaxAccess(emulator.url));
    expect(answer).toMatchObject({ failure: { kind: 'unexpected-answer', reason: 'not-json' } });
    expect(answer.ok || answer.failure.raw).toBe(isShown ? body : undefined);
  });

  it('shows an answer that cannot be read and names no other conversation', async () => {
    const body = { conversation_id: 48213, log: { said: 'x', by: { id: 7 } } };
    emulator.rules.add({ match: {}, respond: { body } });
    expect(await maax.open('48213', makeMaaxAccess(emulator.url))).toMatchObject({ failure: { reason: 'wrong-shape', raw: body } });
  });
});
