// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Conversation, MOST_MESSAGES } from '../../lib/domain/conversation.ts';
import type { Message } from '../../lib/domain/message.ts';
import { createClock } from '../../lib/transcript/clock.ts';
import { SLOW_PROPERTY_RUNS } from '../../tests/depth.ts';
import { click, find, findByName, mount, settle, unmount } from '../ui/mount-for-test.tsx';
import { ReadAgain } from './gap-mark.tsx';
import { MessageChunk } from './message-chunk.tsx';
import { Transcript } from './transcript.tsx';

const PLAIN = { format: 'plain' } as const;

const MESSAGES: readonly Message[] = [
  { id: '0', role: 'bot', author: 'Vera', time: '2026-11-20T09:00:00.000Z', text: 'Hi!', ...PLAIN },
  { id: '1', role: 'customer', author: 'Kari', time: '2026-11-20T09:01:00.000Z', text: 'line one\nline two', ...PLAIN },
  { id: '2', role: 'system', text: 'moved', ...PLAIN },
  { id: '3', role: 'agent', author: 'Jonas', time: '2026-11-21T09:01:00.000Z', text: 'see https://example.com', ...PLAIN },
  { id: '4', role: 'unknown', author: 'relay', text: '**bold**', ...PLAIN },
];

function converse(changed: Partial<Conversation> = {}): Conversation {
  const ref = { provider: 'socialboards', id: '254626' } as const;
  return { ref, messages: MESSAGES, gaps: [], facts: {}, complete: true, fetchedAt: 0, ...changed };
}

function draw(changed: Partial<Conversation> = {}, isFilling = false, onReadAgain?: () => void): HTMLElement {
  return mount(<Transcript conversation={converse(changed)} isFilling={isFilling} onReadAgain={onReadAgain} />);
}

afterEach(unmount);

describe('the transcript', () => {
  it('is a log of articles, oldest first', async () => {
    const root = draw();
    await settle();
    const log = find(root, '[role=log]');
    expect(log.getAttribute('aria-label')).toBe('Conversation');
    expect(log.getAttribute('aria-busy')).toBe('false');
    const articles = [...log.querySelectorAll<HTMLElement>('article')];
    expect(articles.map((article) => [article.dataset.messageId, article.dataset.role])).toEqual(
      MESSAGES.map(({ id, role }) => [id, role]),
    );
    expect(articles.map((article) => find(article, '[data-part=author]').textContent)).toEqual([
      'Vera',
      'Kari',
      'System',
      'Jonas',
      'relay',
    ]);
    expect(articles.map((article) => article.querySelector('time')?.getAttribute('datetime') ?? undefined)).toEqual(
      MESSAGES.map(({ time }) => time),
    );
    expect(articles.map((article) => find(article, '[data-part=text]').textContent)).toEqual(MESSAGES.map(({ text }) => text));
    expect(log.querySelector('img, iframe, object, embed')).toBeNull();
  });

  it('tells the whole moment of a time that is pointed at', async () => {
    const root = draw();
    await settle();
    const time = find(root, 'article time');
    expect(time.title).toBe('');
    time.dispatchEvent(new Event('pointerover', { bubbles: true }));
    expect(time.title).toContain('2026');
  });

  it('marks days and holes', async () => {
    const gaps = [
      { before: 1, missing: 12 },
      { before: 5, missing: 1 },
    ];
    const root = draw({ gaps });
    await settle();
    expect([...root.querySelectorAll<HTMLElement>('[data-gap]')].map((gap) => [gap.dataset.gap, gap.textContent])).toEqual([
      ['12', '12 messages are missing here'],
      ['1', '1 message is missing here'],
    ]);
    expect(root.querySelectorAll('.day').length).toBe(2);
  });

  it('offers to read again where messages are missing, not those that are too old to be read', async () => {
    const onReadAgain = vi.fn();
    const root = draw({ gaps: [{ before: 1, missing: 12 }] }, false, onReadAgain);
    await settle();
    click(findByName(find(root, '[data-gap]'), 'Read again'));
    expect(onReadAgain).toHaveBeenCalledOnce();
    const messages = Array.from({ length: MOST_MESSAGES }, (_, index) => ({ ...MESSAGES[0], id: `${index}` }) as Message);
    const conversation = converse({ messages, gaps: [{ before: 0, missing: 5 }] });
    const chunk = { key: 0, start: 0, end: 2 };
    const top = mount(
      <ReadAgain.Provider value={{ onReadAgain, isBusy: false }}>
        <MessageChunk conversation={conversation} chunk={chunk} origin={0} clock={createClock({ language: 'en' })} />
      </ReadAgain.Provider>,
    );
    expect(find(top, '[data-gap]').textContent).toBe('5 messages are missing here (only the latest 20,000 are read)');
  });

  it('fills in a long conversation, busy until all is in', async () => {
    const messages = Array.from({ length: 400 }, (_, index) => ({ ...MESSAGES[0], id: `${index}` }) as Message);
    const root = draw({ messages });
    expect(find(root, '[role=log]').getAttribute('aria-busy')).toBe('true');
    expect(root.querySelectorAll('article').length).toBeLessThan(100);
    await settle();
    expect(find(root, '[role=log]').getAttribute('aria-busy')).toBe('false');
    expect([...root.querySelectorAll<HTMLElement>('article')].map((article) => article.dataset.messageId)).toEqual(
      messages.map(({ id }) => id),
    );
  });

  it.each([
    [200, 12],
    [720, 20],
    [5_000, 40],
  ])('first draws what a window %i px high can show', async (height, count) => {
    const before = window.innerHeight;
    window.innerHeight = height;
    const root = draw({ messages: Array.from({ length: 60 }, (_, index) => ({ ...MESSAGES[0], id: `${index}` }) as Message) });
    expect(root.querySelectorAll('article').length).toBe(count);
    await settle();
    window.innerHeight = before;
  });

  it('stays busy while the provider is still being read, and keeps its articles when the rest comes in above', async () => {
    const all = Array.from({ length: 300 }, (_, index) => ({ ...MESSAGES[0], id: `${index}` }) as Message);
    const root = draw({ messages: all.slice(200), complete: false }, true);
    await settle();
    expect(find(root, '[role=log]').getAttribute('aria-busy')).toBe('true');
    const last = find(root, '[data-message-id="299"]');
    draw({ messages: structuredClone(all) });
    await settle();
    expect(find(root, '[role=log]').getAttribute('aria-busy')).toBe('false');
    expect(root.querySelectorAll('article').length).toBe(300);
    expect(find(root, '[data-message-id="299"]')).toBe(last);
  });

  it('shows any text as it came, as text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.emailAddress()), (text) => {
        const root = draw({ messages: [{ id: '1', role: 'customer', author: text, text, ...PLAIN }] });
        expect(find(root, '[data-part=text]').textContent).toBe(text);
        expect(find(root, '[data-part=author]').textContent).toBe(text);
        for (const element of root.querySelectorAll('[data-part=text] *')) {
          expect(element.localName).toBe('a');
          expect(element.getAttribute('href')).toMatch(/^(?:https?|mailto):/);
          expect(element.getAttribute('rel')).toContain('noopener');
        }
        unmount();
      }),
      { numRuns: SLOW_PROPERTY_RUNS },
    );
  });

  it('folds what is very long, with all its text in the document', () => {
    const text = 'line\n'.repeat(500);
    const root = draw({ messages: [{ id: '1', role: 'customer', text, ...PLAIN }] });
    expect(find(root, '[data-part=text]').textContent).toBe(text);
    click(findByName(root, 'Show all of it'));
    expect(find(root, '[data-part=text]').className).not.toContain('folded');
    expect(find(root, '[data-part=text]').textContent).toBe(text);
  });

  it('never takes an object for an element', () => {
    const lookalike = {
      type: 'b',
      props: { dangerouslySetInnerHTML: { __html: '<img src=x>' } },
      key: null,
      ref: null,
      constructor: null,
    };
    const message = {
      id: '1',
      role: 'customer',
      author: lookalike,
      text: JSON.stringify(lookalike),
      ...PLAIN,
    } as unknown as Message;
    const root = draw({ messages: [{ ...message, author: 'Kari' }] });
    expect(root.querySelector('img, b')).toBeNull();
    expect(find(root, '[data-part=text]').textContent).toBe(message.text);
  });
});
