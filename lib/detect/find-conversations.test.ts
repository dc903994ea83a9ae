// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINEAR_GROWTH, measureGrowth } from '../../tests/measure-growth.ts';
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
    ['spaces that stay', `Conversation ID${'\u00a0'.repeat(200_000)}x`],
    ['quotes', `${'> '.repeat(100_000)}Conversation ID: 1`],
  ])('stays linear on %s', (_, text) => {
    const prepare = (length: number) => {
      show(text.slice(0, length));
      return () => void findConversations(PAGE, document);
    };
    // Within one block, and over many.
    expect(measureGrowth(prepare, 8000)).toBeLessThan(LINEAR_GROWTH);
    expect(measureGrowth(prepare, text.length / 4)).toBeLessThan(LINEAR_GROWTH);
  });

  it.each([
    ['spaces that stay', '\u00a0'],
    ['brackets', '('],
    ['dots', '.'],
    ['letters', 'a'],
    ['digits with dots', '1.'],
    ['quotes', '> '],
    ['small words', 'de la '],
  ])('stays linear on a value, and on a label’s line, of %s', (_, part) => {
    const prepare = (html: string) => (length: number) => {
      document.body.innerHTML = `<main>${html}</main>`;
      const long = document.querySelector('[class=long]') as Element;
      long.textContent = long.textContent?.replace('…', part.repeat(length / part.length)) ?? '';
      return () => void findConversations(PAGE, document);
    };
    for (const html of [
      '<dl><dt>Conversation ID</dt><dd class="long">a…x</dd></dl>',
      '<div class="long">a…x Conversation ID</div><div>254626</div>',
      '<div class="long">Conversation ID a…x</div><div>254626</div>',
    ])
      expect(measureGrowth(prepare(html), 8000)).toBeLessThan(LINEAR_GROWTH);
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
