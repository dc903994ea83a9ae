import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHistory } from './wire.ts';

const LIST = [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello' },
];

describe('who a history is of', () => {
  it.each([
    { conversation: { conversation_id: 48214 }, messages: LIST },
    { conversation: { id: 48214 }, messages: LIST },
    { conversation: { id: '48214', title: 'x' }, messages: [] },
    { conversation: 48214, messages: LIST },
    { conversationId: 48214, messages: LIST },
    { data: { conversationId: '48214', history: LIST } },
    { data: { conversation: { id: 48214 }, messages: LIST } },
    { meta: { conversation_id: 48214 }, messages: LIST },
    { id: 48214, data: { messages: LIST } },
    { id: 48214, data: { conversation: LIST } },
    { id: 48214, data: { id: null, messages: LIST } },
    { conversation_id: 48213, conversation: { id: 48214 }, messages: LIST },
    { conversation_id: 48213, conversation: { id: 48213, conversation_id: 48214 }, messages: LIST },
    { data: { messages: LIST }, conversation: { id: 48214 } },
    [{ ...LIST[0], conversation: { id: 48214 } }],
    [{ ...LIST[0], conversation: 48214 }],
    [{ message: { content: 'x', conversation_id: 48214 }, response: 'y' }],
  ])('is another: %j', (answer) => {
    expect(readHistory(answer, '48213')).toEqual({ ok: false, failure: 'other-conversation' });
  });

  it.each([
    { conversation: { id: 48213 }, messages: LIST },
    { conversation: { conversation_id: '48213', id: 7 }, messages: LIST },
    { conversation: 48213, id: 7, messages: LIST },
    { conversationId: 48213, messages: LIST },
    { id: 48213, data: { messages: LIST } },
    { id: 7, data: { id: 48213, messages: LIST } },
    { id: 7, conversation: { id: 48213, messages: LIST } },
    { id: 7, data: { messages: [{ ...LIST[0], conversation_id: 48213 }] } },
    { messages: [{ ...LIST[0], id: 48214, message_id: 9, ai_id: 3, user_id: 4, prospect_id: 5 }] },
    { messages: [{ ...LIST[0], sender: { id: 48214, type: 'user' }, user: { id: 7 } }] },
    { ai_id: 3, prospect_id: 4, user: { id: 48214 }, prospect: { id: 48214 }, ai: { id: 3 }, messages: LIST },
    { incoming_message_id: 48214, messages: LIST },
    { conversation: [{ id: 48214, ...LIST[0] }] },
    { messages: LIST, prospect: { conversations: [{ conversation_id: 48214 }] } },
  ])('is the asked one: %j', (answer) => {
    expect(readHistory(answer, '48213').ok).toBe(true);
  });

  const around = fc.constantFrom<(inner: object) => object>(
    (inner) => inner,
    (inner) => ({ data: inner }),
    (inner) => ({ data: inner, success: true }),
    (inner) => ({ conversation: inner }),
    (inner) => ({ data: { conversation: inner } }),
  );
  const naming = fc.constantFrom<(id: unknown) => object>(
    (id) => ({ conversation_id: id }),
    (id) => ({ conversationId: id }),
    (id) => ({ conversation: { id } }),
    (id) => ({ conversation: { conversation_id: id } }),
    (id) => ({ id }),
  );
  const place = fc.constantFrom('messages', 'history', 'conversation_history', 'results', 'items');
  const other = fc.oneof(fc.integer({ min: 1 }), fc.integer({ min: 1 }).map(String)).filter((id) => String(id) !== '48213');
  const noise = fc.dictionary(fc.constantFrom('ai_id', 'user_id', 'prospect_id', 'message_count', 'user', 'sender', 'ai'), other);

  it('is told wherever the answer names it, and nothing else of it is taken for a name', () => {
    fc.assert(
      fc.property(around, naming, place, other, noise, (wrap, name, key, id, extra) => {
        const say = (named: unknown) =>
          wrap({ ...extra, ...name(named), [key]: LIST.map((entry) => ({ ...extra, id, ...entry })) });
        expect(readHistory(say(id), '48213')).toEqual({ ok: false, failure: 'other-conversation' });
        expect(readHistory(say(48213), '48213').ok).toBe(true);
        expect(readHistory(say(null), '48213').ok).toBe(true);
      }),
    );
  });
});
