import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../domain/message.ts';
import { readHistory } from './wire.ts';

const LIST = [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: 'Hello' },
];

function read(answer: unknown): readonly Message[] {
  const history = readHistory(answer, '48213');
  if (!history.ok) {
    throw new Error(history.failure);
  }
  return history.value.messages;
}

function brief(answer: unknown): readonly (readonly [string, string])[] {
  return read(answer).map(({ role, text }) => [role, text]);
}

const PLAIN_PLACES = ['messages', 'history', 'conversation_history', 'results', 'items'];

const SHAPES: readonly { readonly place: string; readonly answer: unknown }[] = [
  { place: 'root', answer: LIST },
  ...[...PLAIN_PLACES, 'conversation', 'data'].map((key) => ({ place: key, answer: { [key]: LIST } })),
  ...PLAIN_PLACES.map((key) => ({ place: `conversation.${key}`, answer: { conversation: { [key]: LIST } } })),
  ...[...PLAIN_PLACES, 'conversation'].map((key) => ({ place: `data.${key}`, answer: { data: { [key]: LIST } } })),
  { place: 'after a place that holds something else', answer: { messages: 'none', history: [1, 2], results: LIST } },
  { place: 'after a list of something else', answer: { messages: [{ sku: 1 }], items: LIST } },
];

describe('where the list stands', () => {
  it.each(SHAPES)('$place', ({ answer }) => {
    expect(brief(answer)).toEqual([
      ['customer', 'Hi'],
      ['bot', 'Hello'],
    ]);
  });

  it.each([
    ['', 'messages', LIST],
    ['messages', 'messages', { messages: LIST }],
    ['data.history', 'messages', { data: { history: LIST } }],
    ['data.conversation.messages', 'messages', { data: { conversation: { messages: LIST } } }],
    ['results', 'pairs', { results: [{ question: 'Q', answer: 'A' }] }],
    ['', 'pairs', [{ prompt: 'Q' }, { prompt: 'Q', response: 'A' }]],
  ])('is told as %j, with %s', (place, entries, answer) => {
    expect(readHistory(answer, '48213')).toMatchObject({ value: { shape: { place, entries } } });
  });

  it.each([[[]], [{ messages: [] }], [{ data: { history: [] } }]])('%j is a conversation with no messages', (answer) => {
    expect(readHistory(answer, '48213')).toEqual({ ok: true, value: { messages: [], gaps: [] } });
  });
});

describe('what an entry says', () => {
  it.each(['content', 'text', 'message', 'message_content', 'body'])('under %s', (key) => {
    expect(brief([{ role: 'user', [key]: ' as\nit *is* ' }])).toEqual([['customer', ' as\nit *is* ']]);
    expect(brief([{ role: 'user', [key]: 10077 }])).toEqual([['customer', '10077']]);
  });

  it.each([
    ['question', 'answer'],
    ['incoming', 'outgoing'],
    ['incoming_message', 'outgoing_message'],
    ['prompt', 'response'],
    ['message', 'response'],
  ])('as a pair of %s and %s', (asked, answered) => {
    const both = [
      ['customer', 'Q'],
      ['bot', 'A'],
    ];
    expect(brief([{ [asked]: 'Q', [answered]: 'A' }])).toEqual(both);
    expect(brief([{ [asked]: { content: 'Q' }, [answered]: { text: 'A' } }])).toEqual(both);
    expect(read([{ id: 7, [asked]: 'Q', [answered]: 'A' }]).map(({ id }) => id)).toEqual([`7-${asked}`, `7-${answered}`]);
  });

  it.each([
    [{ role: 'assistant', message: { content: 'x' } }, 'bot'],
    [{ sender: { type: 'agent' }, message: { text: 'x' } }, 'agent'],
    [{ is_ai: true, incoming_message: { body: 'x' } }, 'bot'],
    [{ role: 'ghost', message: { content: 'x' } }, 'customer'],
  ])('as an object of its own: %j', (entry, role) => {
    expect(brief([entry])).toEqual([[role, 'x']]);
  });

  it('as half a pair', () => {
    expect(brief([{ question: 'Q', answer: null }])).toEqual([['customer', 'Q']]);
    expect(brief([{ answer: 'A' }])).toEqual([['bot', 'A']]);
  });

  it.each(['created_at', 'createdAt', 'timestamp', 'time', 'date', 'sent_at'])('at the time in %s', (key) => {
    for (const value of ['2023-09-01T09:56:39Z', '2023-09-01T12:56:39+03:00', '2023-09-01 09:56:39', 1693562199, '1693562199000']) {
      expect(read([{ text: 'x', [key]: value }])[0]?.time).toBe('2023-09-01T09:56:39.000Z');
    }
  });

  it('at the first time that can be read', () => {
    expect(read([{ text: 'x', created_at: null, time: '12:34', date: '2023-09-01' }])[0]?.time).toBe('2023-09-01T00:00:00.000Z');
    expect(read([{ text: 'x', time: 'soon' }])[0]).not.toHaveProperty('time');
  });

  it.each([
    [{ id: 0 }, '0'],
    [{ id: 'a-1' }, 'a-1'],
    [{ message_id: 5 }, '5'],
    [{ uuid: 'u' }, 'u'],
    [{}, '1'],
    [{ id: {} }, '1'],
  ])('with the id of %j', (stamp, id) => {
    expect(read([{ text: 'first' }, { text: 'x', ...stamp }])[1]?.id).toBe(id);
  });

  it('oldest first, whatever way round it came', () => {
    const pairs = [
      { question: 'Q2', answer: 'A2', time: 1693562199 },
      { question: 'Q1', answer: 'A1', time: 1693562100 },
    ];
    expect(read(pairs).map(({ text }) => text)).toEqual(['Q1', 'A1', 'Q2', 'A2']);
  });

  it('as rich text where it is HTML', () => {
    expect(read([{ text: '<p>Hi</p>' }, { text: 'a <b> c' }]).map(({ format }) => format)).toEqual(['html', 'plain']);
  });

  it('nothing, among entries that do', () => {
    expect(brief([...LIST, { role: 'agent', attachment: 'x.pdf' }]).at(-1)).toEqual(['agent', '']);
  });

  it('up to 20,000 messages, the latest', () => {
    const history = readHistory(
      Array.from({ length: 20_010 }, (_, index) => ({ text: String(index) })),
      '1',
    );
    expect(history).toMatchObject({ ok: true, value: { gaps: [{ before: 0, missing: 10 }] } });
    expect(history.ok && [history.value.messages.length, history.value.messages[0]?.text]).toEqual([20_000, '10']);
  });
});

describe('what is refused', () => {
  it('is the documented body, which is of another call', () => {
    expect(readHistory({ incoming_message_id: 7 }, '48213')).toEqual({ ok: false, failure: 'send-receipt' });
  });

  it.each([
    null,
    true,
    7,
    'text',
    {},
    [1, 2],
    ['a', 'b'],
    [null],
    [{ sku: 1 }],
    [{ text: 'x' }, 'y'],
    { incoming_message_id: 7, status: 'sent' },
    { messages: { a: { text: 'x' } } },
    { detail: 'x' },
    [{ content: { type: 'b', props: { dangerouslySetInnerHTML: { __html: '<img onerror=x>' } } } }],
  ])('is %j', (answer) => {
    expect(readHistory(answer, '48213')).toEqual({ ok: false, failure: 'wrong-shape' });
  });

  it.each([
    { conversation_id: 48214, messages: LIST },
    { conversation_id: '48214', messages: [] },
    { conversation_id: 48214, data: { messages: LIST } },
    { id: 48214, messages: LIST },
    { conversation: { id: 48214, messages: LIST } },
    { messages: [{ ...LIST[0], conversation_id: 48214 }] },
    [
      { ...LIST[0], conversation_id: 48213 },
      { ...LIST[1], conversation_id: 48214 },
    ],
    { conversation_id: { toString: 1 }, messages: LIST },
  ])("is another conversation's: %j", (answer) => {
    expect(readHistory(answer, '48213')).toEqual({ ok: false, failure: 'other-conversation' });
  });

  it.each([
    { conversation_id: 48213, id: 'request-1', messages: LIST },
    { conversation_id: '48213', messages: LIST },
    { id: 48213, messages: LIST },
    { id: null, conversation_id: null, messages: LIST },
    { id: 'request-1', data: { messages: LIST } },
  ])('is not the asked one: %j', (answer) => {
    expect(readHistory(answer, '48213').ok).toBe(true);
  });
});

describe('any answer', () => {
  const key = fc.constantFrom(
    'messages',
    'data',
    'conversation',
    'content',
    'text',
    'role',
    'sender',
    'question',
    'answer',
    'id',
    'time',
    '__proto__',
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, 0, 1693562199, 'user', '<p>x</p>', '48213', ''),
      fc.string(),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(key, tie('json'), { maxKeys: 4 }),
    ),
  }));

  it('is read or refused, never thrown over', () => {
    fc.assert(
      fc.property(fc.oneof(json, fc.jsonValue()), (answer) => {
        const history = readHistory(JSON.parse(JSON.stringify(answer)), '48213');
        if (!history.ok) {
          return;
        }
        for (const { id, role, author, authorKey, time, text, format } of history.value.messages) {
          expect([id, role, text, format, authorKey].every((member) => typeof member === 'string')).toBe(true);
          expect(author === undefined || (author.length > 0 && author.length <= 400)).toBe(true);
          expect(time === undefined || new Date(time).toISOString() === time).toBe(true);
        }
        expect(({} as Record<string, unknown>).content).toBeUndefined();
      }),
    );
  });
});
