// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConversationId } from '../domain/ref.ts';
import { findConversations } from './find-conversations.ts';
import { HELPDESKS } from './registry.ts';

const PAGE = new URL('https://desk.example.com/tickets/77');

function show(text: string): void {
  const main = document.createElement('main');
  main.textContent = text;
  document.body.replaceChildren(main);
}

const WORDS = [
  'Conversation ID',
  'chat',
  ':',
  ' ',
  '\n',
  '254626',
  '…',
  '-',
  '(',
  '"',
  '=',
  'MAAX',
  '会話ID',
  '\u200b',
  '٤٢',
  'ticketId=',
];
const FRAGMENTS = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 });

describe('findConversations', () => {
  it('never throws, takes only ids, says the same twice, and keeps its strings short', () => {
    fc.assert(
      fc.property(FRAGMENTS, (parts) => {
        show(parts.join(''));
        const detection = findConversations(PAGE, document);
        expect(findConversations(PAGE, document)).toEqual(detection);
        for (const { id, refusal, label, excerpt } of detection.candidates) {
          expect(refusal !== undefined || isConversationId(id)).toBe(true);
          expect([id.length <= 64, label.length <= 80, excerpt.length <= 160]).toEqual([true, true, true]);
        }
      }),
    );
  });

  it('takes a number only whole', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 25n }), (number) => {
        show(`Conversation ID: ${number}`);
        const { candidates } = findConversations(PAGE, document);
        for (const { id, refusal } of candidates) if (!refusal) expect(id).toBe(String(number));
      }),
    );
  });

  it.each([
    ['labels without end', 'conversation id '.repeat(12_500)],
    ['nouns glued together', 'chatsamtalekonversation'.repeat(9000)],
    ['separators without end', `Conversation ID${' : = # '.repeat(35_000)}`],
    ['addresses without end', 'https://inbox.socialboards.com/a/'.repeat(6000)],
    ['an open address', `https://inbox.socialboards.com/${'?ticketId'.repeat(22_000)}`],
    ['digits', '1'.repeat(200_000)],
    ['numbers', 'Chat ID: 1 2 3 '.repeat(13_000)],
    ['brackets', `Conversation ID${'('.repeat(200_000)}`],
    ['line breaks', `Conversation ID${'\n'.repeat(200_000)}1`],
    ['small words', `ID ${'de la '.repeat(33_000)}conversación`],
    ['invisible characters', 'Conversation ID: 1\u200b'.repeat(10_000)],
  ])('stays linear on %s', (_, text) => {
    const time = (length: number) => {
      show(text.slice(0, length));
      const start = process.threadCpuUsage().user;
      findConversations(PAGE, document);
      return (process.threadCpuUsage().user - start) / 1000;
    };
    time(1000);
    const whole = time(text.length);
    // Twice the text may not take four times as long; small times are noise.
    expect(whole < 150 || whole < 6 * Math.max(1, time(text.length / 2))).toBe(true);
  });

  it('reads a bounded part of a text that never ends', () => {
    show(`Conversation ID: 254626 ${'lorem ipsum '.repeat(500_000)} Conversation ID: 999111`);
    expect(findConversations(PAGE, document).candidates.map(({ id }) => id)).toEqual(['254626']);
  });

  it('survives a document without a body and one that throws', () => {
    expect(findConversations(PAGE, new DOMParser().parseFromString('<x/>', 'text/xml') as Document).candidates).toEqual([]);
    expect(findConversations(PAGE, {} as Document).candidates).toEqual([]);
  });
});

describe('the registry', () => {
  it('names every helpdesk once, the generic one last', () => {
    const ids = HELPDESKS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe('generic');
    for (const id of ids) expect(id).toMatch(/^[a-z-]{2,40}$/);
  });
});
