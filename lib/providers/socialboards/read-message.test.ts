import { describe, expect, it } from 'vitest';
import { readMessages } from './read-message.ts';
import { WIRE } from './wire.ts';

function read(message: object): object | undefined {
  return readMessages(WIRE.messages.parse([message]))[0];
}

describe('readMessages', () => {
  it('reads a message of the documented sample', () => {
    const author = { email: null, id: 'fc2481f6', image: null, isBot: false, name: 'John', status: 'client' };
    const creationTime = '2023-09-01T12:56:39.0847826+03:00';
    expect(read({ author, creationTime, id: 0, lastModifiedTime: creationTime, message: 'Hi\n *there* ' })).toEqual({
      id: '0',
      role: 'customer',
      author: 'John',
      authorKey: 'fc2481f6',
      time: '2023-09-01T09:56:39.084Z',
      text: 'Hi\n *there* ',
      format: 'plain',
    });
  });

  it.each([
    [{ isBot: true, status: 'client' }, 'bot'],
    [{ isBot: true, status: 'team' }, 'bot'],
    [{ isBot: false, status: 'client' }, 'customer'],
    [{ status: 'Client' }, 'customer'],
    [{ isBot: false, status: 'team' }, 'agent'],
    [{ isBot: null, status: 'supervisor' }, 'agent'],
    [{ isBot: false, status: null }, 'unknown'],
    [{ isBot: 'yes', status: '' }, 'unknown'],
    [{}, 'unknown'],
    [null, 'unknown'],
    ['John', 'unknown'],
  ])('takes %j for the role %s', (author, role) => {
    expect(read({ author, message: 'x' })).toMatchObject({ role });
  });

  it('leaves out what is of another kind or too long', () => {
    const shown = read({
      author: { name: { __html: 'x' }, id: 7, isBot: false, status: 'team' },
      creationTime: 'soon',
      message: null,
    });
    expect(shown).toEqual({ id: 'at-0', role: 'agent', text: '', format: 'plain' });
    expect(read({ author: { name: 'x'.repeat(999) }, message: '' })).toMatchObject({ author: 'x'.repeat(200) });
  });

  it('draws HTML as the text that it is', () => {
    expect(read({ message: '<p>Hi</p>' })).toMatchObject({ text: '<p>Hi</p>', format: 'plain' });
  });

  it('refuses a text of another kind', () => {
    expect(WIRE.messages.safeParse([{ message: { type: 'b', props: {} } }]).success).toBe(false);
    expect(WIRE.messages.safeParse([{ message: 7 }]).success).toBe(false);
  });

  it('orders by all seven fraction digits', () => {
    const at = (digits: string, message: string) => ({ creationTime: `2023-09-01T12:00:00.${digits}Z`, message, id: 1 });
    const messages = readMessages(WIRE.messages.parse([at('0000003', 'c'), at('0000001', 'a'), at('0000002', 'b')]));
    expect(messages.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });
});
