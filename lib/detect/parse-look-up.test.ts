import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR_GROWTH, measureGrowth } from '../../tests/measure-growth.ts';
import { parseLookUp } from './parse-look-up.ts';

describe('parseLookUp', () => {
  it.each([
    ['254626', { id: '254626' }],
    ['  #254626\n', { id: '254626' }],
    ['https://inbox.socialboards.com/harbor/tickets?x=1&ticketId=2555100', { id: '2555100', provider: 'socialboards' }],
    ['see <https://inbox.socialboards.com/harbor/tickets?ticketId=2555100>.', { id: '2555100', provider: 'socialboards' }],
    ['https://app.maax.ai/api/v2/conversations/48213/', { id: '48213', provider: 'maax' }],
    ['MAAX AI conversation_id: 48213', { id: '48213', provider: 'maax' }],
    ['SocialBoards chat 255762', { id: '255762', provider: 'socialboards' }],
    ['{"conversation_id": "48213", "ai_id": 7}', { id: '48213' }],
    ['order 12 of conversation 2555100', { id: '2555100' }],
    ['Order 88123456 conversation 254626', { id: '254626' }],
    ['Order 88123456, customer 254626', { id: 'Order 88123456, customer 254626' }],
    ['Chat with Max, conversation id 254626', { id: '254626' }],
    ['Ticket ID: 9912\nConversation ID: 254626', { id: '254626' }],
    ['Conversation ID: 254,626', { id: '254626' }],
    ['order chat 5 254626', { id: 'order chat 5 254626' }],
    ['climax 254626', { id: '254626' }],
    ['http://127.0.0.1:4010/chat/conversations/254626', { id: '254626', provider: 'socialboards' }],
    ['http://127.0.0.1:4010/api/v2/conversations/48213/', { id: '48213', provider: 'maax' }],
    ['２５４６２６', { id: '254626' }],
    ['254\u200b626', { id: '254626' }],
    ['not a number', { id: 'not a number' }],
    ['1'.repeat(40), { id: '1'.repeat(40) }],
    ['../../x', { id: '../../x' }],
    ['(chat 2555100).', { id: '2555100' }],
    ['1?x=1', { id: '1?x=1' }],
    ['1/2', { id: '1/2' }],
    ['-5', { id: '-5' }],
    ['1.5', { id: '1.5' }],
    ['https://acme.zendesk.com/agent/tickets/77', { id: 'https://acme.zendesk.com/agent/tickets/77' }],
    ['123 or 456', { id: '123 or 456' }],
  ])('reads %j', (text, parsed) => {
    expect(parseLookUp(text)).toEqual(parsed);
  });

  it.each(['', '   ', '\n'])('finds nothing typed in %j', (text) => {
    expect(parseLookUp(text)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseLookUp(text)));
  });
});

describe('a text that is pasted', () => {
  it.each([
    ['blanks after a word', 'chat', ' \t', '12x'],
    ['addresses', '', 'https://inbox.socialboards.com/?ticketId=', 'x'],
    ['digits', 'conversation id: ', '1', ''],
  ])('is read in linear time: %s', (_, before, part, after) => {
    const prepare = (size: number) => {
      const text = `${before}${part.repeat(size / part.length)}${after}`;
      return () => void parseLookUp(text);
    };
    expect(measureGrowth(prepare, 2000)).toBeLessThan(LINEAR_GROWTH);
    expect(measureGrowth(prepare, 50_000)).toBeLessThan(LINEAR_GROWTH);
  });

  it('is never cut inside a number', () => {
    const long = `${'lorem '.repeat(1665)}Chat ID: 254626 and more`;
    for (let more = 0; more < 30; more += 1) {
      const { id = '' } = parseLookUp('x'.repeat(more) + long) ?? {};
      expect(id === '254626' || id.length > 10_000).toBe(true);
    }
  });
});
