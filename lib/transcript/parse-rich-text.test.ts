import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRichText, RICH_TAGS, type RichNode } from './parse-rich-text.ts';

/** The tree as one line: `p[Hi b[you]]`. */
function write(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? node : `${node.tag}${node.link ? `(${node.link.href})` : ''}[${write(node.children)}]`,
    )
    .join('');
}

function* walk(nodes: readonly RichNode[], depth = 0): Generator<[RichNode, number]> {
  for (const node of nodes) {
    yield [node, depth];
    if (typeof node !== 'string') {
      yield* walk(node.children, depth + 1);
    }
  }
}

describe('parseRichText', () => {
  it.each([
    ['<p>Hi <b>you</b></p>', 'p[Hi b[you]]'],
    ['a &amp; b &lt;b&gt;', 'a & b <b>'],
    ['<ul><li>a<li>b</ul>', 'ul[li[a]li[b]]'],
    ['<p>a<p>b', 'p[a]p[b]'],
    ['x<br>y<br/>z', 'xbr[]ybr[]z'],
    ['<a href="https://example.com">x</a>', 'a(https://example.com/)[x]'],
    ['<a href="javascript:alert(1)" onclick=x>x</a>', 'a[x]'],
    ['<a href="&#106;avascript:alert(1)">x</a>', 'a[x]'],
    ['<a href="/options.html">x</a>', 'a[x]'],
    ['<img src=x onerror=alert(1)>', ''],
    ['<script>alert(1)</script>after', 'after'],
    ['<style>p{}</style><p style="position:fixed">x</p>', 'p[x]'],
    ['<svg><a href="https://x.no"><b>y</b></a></svg>z', 'z'],
    ['<form><input value=x><button>Send</button></form>', 'Send'],
    ['<section><h2>T</h2></section>', 'h2[T]'],
    ['</p></div>x', 'p[]x'],
    ['<b', ''],
    ['<!-- c -->x<!doctype html><?php y ?>', 'x'],
  ])('%s → %s', (html, tree) => {
    expect(write(parseRichText(html))).toBe(tree);
  });

  it('never goes beyond its list, its depth or its schemes, whatever comes', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<p>',
        '</p>',
        '<a href="',
        '">',
        "'",
        '=',
        '<script>',
        '</script>',
        '<svg>',
        '<b',
        '/>',
        '<!--',
        '-->',
        '&lt;',
        '<div style=x onclick=y>',
      ),
      fc.constantFrom('javascript:', 'https://x.no', 'data:', '__proto__', 'constructor', '\0'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const [node, depth] of walk(parseRichText(pieces.join('')))) {
          expect(depth).toBeLessThanOrEqual(30);
          if (typeof node !== 'string') {
            expect(RICH_TAGS).toContain(node.tag);
            expect(node.link === undefined || /^(?:https?|mailto|tel):/.test(node.link.href)).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps the text of what is nested too deep or comes too often', () => {
    const deep = parseRichText(`${'<div>'.repeat(10_000)}kept`);
    expect(Math.max(...[...walk(deep)].map(([, depth]) => depth))).toBeLessThanOrEqual(30);
    expect(write(deep)).toContain('kept');
    const many = [...walk(parseRichText('<b>x</b>'.repeat(20_000)))];
    expect(many.filter(([node]) => typeof node !== 'string').length).toBeLessThanOrEqual(5_000);
    expect(many.map(([node]) => (typeof node === 'string' ? node : '')).join('')).toBe('x'.repeat(20_000));
  });

  it('keeps every word, in its order, whatever elements stand around it', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 8 });
    const tag = fc.constantFrom(...RICH_TAGS.filter((one) => one !== 'br'), 'section', 'form', 'x-y', 'font', 'video', 'button');
    const quote = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const attributes = fc.constantFrom('', ' class="x"', ' onclick=canary()', ' href="https://x.no"', " style='a'");
    const { node } = fc.letrec<{ node: { html: string; text: string } }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        words.map((text) => ({ html: quote(text), text })),
        fc.tuple(tag, attributes, fc.array(tie('node'), { maxLength: 4 })).map(([name, more, inside]) => ({
          html: `<${name}${more}>${inside.map(({ html }) => html).join('')}</${name}>`,
          text: inside.map(({ text }) => text).join(''),
        })),
      ),
    }));
    const readText = (nodes: readonly RichNode[]): string =>
      nodes.map((one) => (typeof one === 'string' ? one : readText(one.children))).join('');
    fc.assert(fc.property(node, ({ html, text }) => void expect(readText(parseRichText(html))).toBe(text)));
  });

  it('makes one piece of what stands together, however often it is escaped', () => {
    expect(parseRichText(`<p>${'&lt;'.repeat(50_000)}</p>`)).toEqual([{ tag: 'p', children: ['<'.repeat(50_000)] }]);
    expect(write(parseRichText('a<x>b</x>&amp;<b>c</b>d'))).toBe('ab&b[c]d');
  });
});
