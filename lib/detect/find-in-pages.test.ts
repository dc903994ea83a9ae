// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLOW_PROPERTY_RUNS } from '../../tests/depth.ts';
import { isConversationId } from '../domain/ref.ts';
import type { TaughtRule } from '../domain/taught-rule.ts';
import { HELPDESKS } from './registry.ts';
import { type Scan, scanPage } from './scan-page.ts';

const PAGES = [
  'https://desk.example/tickets/77',
  'https://harbor.zendesk.com/agent/tickets/4411',
  'https://acme.lightning.force.com/lightning/r/Case/5003X00002ABCDEFGH/view',
  'https://desk.example/inbox',
].map((address) => new URL(address));
const BASE = { version: 1, site: 'https://desk.example', enabled: true } as const;
const RULES: readonly TaughtRule[] = [
  { ...BASE, kind: 'label', text: 'Case ref' },
  { ...BASE, kind: 'pattern', text: 'chat {id}' },
  { ...BASE, kind: 'label', text: 'Conversation ID', refuses: 'field' },
  { ...BASE, kind: 'url', place: 'query', text: 'ticketId', refuses: 'link' },
];

/** A part of a page, as data: drawn anew for each look. */
interface Part {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly parts?: readonly Part[];
  /** What is in it stands in an open shadow root, or in the document of a frame. */
  readonly in?: 'shadow' | 'frame';
}

const label = fc.constantFrom('Conversation ID', 'Case ref', 'MAAX ID', 'Chats', 'Samtale-ID:', 'Order', 'Related tickets', '');
const number = fc.constantFrom('254626', '48213', '4 478 963', '254,626', '0042', '77', '4411', '12345678901234567890', '٤٢١٣', '');
const word = fc.oneof(label, number, fc.string({ unit: 'binary', maxLength: 6 }));
const words = fc.array(word, { maxLength: 4 }).map((all) => all.join(' '));
const href = fc
  .tuple(
    fc.constantFrom('https://inbox.socialboards.com/a?ticketId=', 'https://app.maax.ai/conversations/', '/tickets/', '#'),
    fc.constantFrom('254626', '48213', '78', '..'),
  )
  .map((both) => both.join(''));
const name = fc.constantFrom('ticket-list', 'field', 'ticket-panes-grid-layout', 'message', 'row', '');

const leaf: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ tag: fc.constantFrom('p', 'span', 'b', 'h1', 'h2', 'time', 'pre', 'blockquote', 'del'), text: words }),
  fc.tuple(href, words).map(([address, text]): Part => ({ tag: 'a', attributes: { href: address }, text })),
  fc.tuple(label, number).map(
    ([text, value]): Part => ({
      tag: 'dl',
      parts: [
        { tag: 'dt', text },
        { tag: 'dd', text: value },
      ],
    }),
  ),
  fc.tuple(label, number).map(
    ([text, value]): Part => ({
      tag: 'p',
      parts: [
        { tag: 'label', attributes: { for: 'field' }, text },
        { tag: 'input', attributes: { id: 'field', value } },
      ],
    }),
  ),
  fc.tuple(fc.constantFrom('aria-label', 'title', 'placeholder', 'aria-labelledby'), label, number).map(
    ([key, text, value]): Part => ({
      tag: 'input',
      attributes: { [key]: text, value },
    }),
  ),
);

const { part } = fc.letrec<{ part: Part; row: Part }>((tie) => {
  const parts = fc.array(tie('part'), { maxLength: 4 });
  const box = fc.record({
    tag: fc.constantFrom('div', 'section', 'main', 'aside', 'nav', 'article', 'form', 'ul', 'li', 'table', 'button', 'x-field'),
    attributes: fc.record({ class: name, role: fc.constantFrom('', 'row', 'grid', 'list', 'status', 'dialog', 'heading') }),
    parts,
  });
  return {
    row: fc
      .array(fc.tuple(fc.constantFrom('td', 'th'), words), { maxLength: 3 })
      .map((cells): Part => ({ tag: 'tr', parts: cells.map(([tag, text]) => ({ tag, text })) })),
    part: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 4, arbitrary: leaf },
      { weight: 4, arbitrary: box },
      fc.array(tie('row'), { maxLength: 4 }).map((rows): Part => ({ tag: 'table', parts: rows })),
      fc.array(leaf, { maxLength: 5 }).map((all): Part => ({ tag: 'ul', parts: all.map((one) => ({ tag: 'li', parts: [one] })) })),
      parts.map((all): Part => ({ tag: 'div', in: 'shadow', parts: all })),
      parts.map((all): Part => ({ tag: 'frame', in: 'frame', parts: all })),
    ),
  };
});

/** Every sign of a page that is a digit, wherever it stands. */
let digits = '';

function draw({ tag, attributes = {}, text = '', parts = [], in: place }: Part): Element {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
  for (const one of [text, ...Object.values(attributes)]) digits += one.normalize('NFKC').replace(/[^\d٠-٩]/g, '');
  if (text) element.append(text);
  if (place === 'frame') {
    const inner = document.implementation.createHTMLDocument();
    inner.body.append(...parts.map(draw));
    Object.defineProperty(element, 'contentDocument', { value: inner });
  } else (place === 'shadow' ? element.attachShadow({ mode: 'open' }) : element).append(...parts.map(draw));
  return element;
}

function look(url: URL): Scan {
  const steps = scanPage(url, document, { helpdesks: HELPDESKS, rules: RULES });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

describe('any page at all', () => {
  it('is read without a fault, to the same end each time, and gives whole ids that stand on it', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom(...PAGES), (parts, url) => {
        digits = '';
        document.body.replaceChildren(...parts.map(draw));
        const { findings } = look(url);
        expect(look(url).findings).toEqual(findings);
        for (const { id, refusal, label: named, excerpt } of findings) {
          expect(refusal !== undefined || isConversationId(id)).toBe(true);
          expect(refusal !== undefined || digits.includes(id) || /[٠-٩]/.test(digits)).toBe(true);
          expect([id.length <= 64, named.length <= 80, excerpt.length <= 160]).toEqual([true, true, true]);
        }
      }),
      { numRuns: SLOW_PROPERTY_RUNS / 4 },
    );
  });

  it('shows what stands in shadow roots and frames of its own, in fields, tables and lists', () => {
    const page: readonly Part[] = [
      { tag: 'div', in: 'shadow', parts: [{ tag: 'p', text: 'Chat ID: 254626' }] },
      { tag: 'frame', in: 'frame', parts: [{ tag: 'p', text: 'Chat ID: 48213' }] },
      { tag: 'input', attributes: { 'aria-label': 'Chat ID', value: '777001' } },
    ];
    document.body.replaceChildren(...page.map(draw));
    expect(
      look(PAGES[0] as URL)
        .findings.map(({ id }) => id)
        .sort(),
    ).toEqual(['254626', '48213', '777001']);
  });
});
