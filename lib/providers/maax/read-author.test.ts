import { describe, expect, it } from 'vitest';
import { readAuthor } from './read-author.ts';

describe('readAuthor', () => {
  it.each([
    ...['user', 'customer', 'client', 'prospect', 'lead', 'visitor', 'human', 'incoming', 'inbound'].map((role) => [
      role,
      'customer',
    ]),
    ...['assistant', 'ai', 'bot', 'maax', 'MAAX', ' Bot ', 'outgoing', 'outbound'].map((role) => [role, 'bot']),
    ...['agent', 'operator', 'human_agent', 'Human Agent', 'human-agent', 'staff', 'team'].map((role) => [role, 'agent']),
    ...['system', 'event'].map((role) => [role, 'system']),
  ])('knows the word %j', (role, expected) => {
    for (const key of ['role', 'sender', 'sender_type', 'author', 'type', 'from', 'direction']) {
      expect(readAuthor({ [key]: role })).toEqual({ role: expected });
      expect(readAuthor({ [key]: { type: role } })).toEqual({ role: expected });
    }
  });

  it.each([
    [{ is_ai: true }, { role: 'bot' }],
    [{ is_bot: true }, { role: 'bot' }],
    [{ is_ai: false }, { role: 'customer' }],
    [{ incoming: true }, { role: 'customer' }],
    [{ incoming: false }, { role: 'bot' }],
    [{ incoming: false, is_ai: false }, { role: 'agent' }],
    [{ direction: 'outbound', is_bot: false }, { role: 'agent' }],
    [{ direction: 'outbound', sender_type: 'agent' }, { role: 'agent' }],
    [{ type: 'text', direction: 'incoming' }, { role: 'customer' }],
    [
      { role: 'user', name: 'Anna' },
      { role: 'customer', name: 'Anna' },
    ],
    [
      { role: 'user', sender_name: ' Anna ' },
      { role: 'customer', name: 'Anna' },
    ],
    [
      { role: 'user', author_name: 'Anna' },
      { role: 'customer', name: 'Anna' },
    ],
    [
      { role: 'user', first_name: 'Anna', last_name: 'Berg' },
      { role: 'customer', name: 'Anna Berg' },
    ],
    [
      { role: 'user', last_name: 'Berg' },
      { role: 'customer', name: 'Berg' },
    ],
    [
      { role: 'user', sender: 'Anna Berg' },
      { role: 'customer', name: 'Anna Berg' },
    ],
    [{ sender: { name: 'Anna', type: 'agent' } }, { role: 'agent', name: 'Anna' }],
    [
      { sender: 'Anna', is_bot: false },
      { role: 'customer', name: 'Anna' },
    ],
    [
      { author: { first_name: 'Mia', last_name: 'Berg' }, is_ai: false },
      { role: 'customer', name: 'Mia Berg' },
    ],
    [{ role: 'wizard' }, { role: 'unknown', name: 'wizard' }],
    [{ sender: 'Anna' }, { role: 'unknown', name: 'Anna' }],
    [
      { role: 'wizard', name: 'Merlin' },
      { role: 'unknown', name: 'Merlin' },
    ],
    [{}, { role: 'unknown' }],
    [{ role: null, sender: 12, from: [] }, { role: 'unknown' }],
    [{ role: { type: 'b', props: { dangerouslySetInnerHTML: { __html: 'x' } } } }, { role: 'unknown', name: 'b' }],
    [{ role: 'constructor' }, { role: 'unknown', name: 'constructor' }],
    [{ role: 'user', name: {} }, { role: 'customer' }],
  ])('reads %j', (entry, author) => {
    expect(readAuthor(entry)).toEqual(author);
  });

  it('bounds a name', () => {
    expect(readAuthor({ role: 'user', name: '😀'.repeat(500) }).name).toBe('😀'.repeat(200));
  });
});
