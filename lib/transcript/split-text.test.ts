import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from './split-text.ts';

function listLinks(text: string): (string | undefined)[][] {
  return splitText(text)
    .filter((run) => run.link)
    .map((run) => [run.text, run.link?.href]);
}

describe('splitText', () => {
  it.each([
    ['see https://example.com/a?b=1#c.', [['https://example.com/a?b=1#c', 'https://example.com/a?b=1#c']]],
    ['(http://example.com/x)', [['http://example.com/x', 'http://example.com/x']]],
    ['go to www.example.com now', [['www.example.com', 'https://www.example.com/']]],
    ['shop.example.no/kasse?x=1', [['shop.example.no/kasse?x=1', 'https://shop.example.no/kasse?x=1']]],
    ['write to kari@example.com, please', [['kari@example.com', 'mailto:kari@example.com']]],
    ['mailto:kari@example.com', [['mailto:kari@example.com', 'mailto:kari@example.com']]],
    [
      'a@b.no\nhttps://b.no',
      [
        ['a@b.no', 'mailto:a@b.no'],
        ['https://b.no', 'https://b.no/'],
      ],
    ],
    ['Thanks.No problem', []],
    ['version 1.2.3 and file name', []],
    ['**bold** [a](b) `code` <b>x</b> :)', []],
    ['javascript:alert(1) data:text/html,x vbscript:x file:///etc/passwd', []],
    ['ftp://example.com //example.com/x blob:https:x', []],
    ['', []],
  ])('%j', (text, links) => {
    expect(listLinks(text)).toEqual(links);
  });

  it('never hides user info in an address', () => {
    for (const { link } of splitText('https://bank.example@evil.example/ https://a:b@evil.example')) {
      expect(link?.href ?? '').not.toContain('@');
    }
  });

  it('gives the text back, character for character, with allowed schemes only', () => {
    const piece = fc.constantFrom(
      'https://',
      'www.',
      'a@b.no',
      'javascript:',
      '.com',
      '//',
      '\n',
      '\u202e',
      'mailto:',
      'http://x.no',
      ' ',
      '@',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(piece, fc.string({ maxLength: 4 }))).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (whole) => {
        const runs = splitText(whole);
        expect(runs.map((run) => run.text).join('')).toBe(whole);
        for (const { link } of runs) {
          if (link) {
            // As the browser reads it when it is clicked.
            const { protocol, href, username, password } = new URL(link.href);
            expect(['http:', 'https:', 'mailto:']).toContain(protocol);
            expect([href, username, password]).toEqual([link.href, '', '']);
          }
        }
      }),
    );
  });

  it.each([
    ['a.'.repeat(500_000)],
    ['@'.repeat(1_000_000)],
    ['http://'.repeat(100_000)],
    [`http://${'('.repeat(500_000)}`],
    ['a@'.repeat(300_000)],
    [`${'x'.repeat(19_990)} https://example.com/over-the-edge`],
  ])('stays whole and quick on a huge text (%#)', (text) => {
    const before = performance.now();
    const runs = splitText(text);
    // Generous: a search that backtracks takes minutes.
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(runs.map((run) => run.text).join('')).toBe(text);
  });
});
