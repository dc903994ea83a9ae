// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Message, ROLES } from '../../lib/domain/message.ts';
import type { Entry } from '../../lib/transcript/arrange-messages.ts';
import { createClock } from '../../lib/transcript/clock.ts';
import { SLOW_PROPERTY_RUNS } from '../../tests/depth.ts';
import { mount, unmount } from '../ui/mount-for-test.tsx';
import { drawMessageParts } from './draw-message-parts.tsx';
import { fillMessage } from './fill-message.ts';

const clock = createClock({ language: 'en-GB', timeZone: 'Europe/Oslo' });

function fill(article: HTMLElement, message: Message, continues = false): string {
  fillMessage(article, { message, index: 0, continues }, clock);
  return article.innerHTML;
}

const SAID: Message = {
  id: '1',
  role: 'customer',
  author: 'Kari Nordmann',
  time: '2026-11-20T09:01:00.000Z',
  text: 'Hi',
  format: 'plain',
};

afterEach(unmount);

describe('a plain message', () => {
  it('leaves nothing of itself in what the next ones of its kind are copied from', () => {
    mount(null);
    const article = document.createElement('article');
    fill(article, { ...SAID, author: 'Zoltan Quaresma', time: '1999-12-31T22:58:00.000Z', text: 'a secret' });
    const copied = vi.spyOn(DocumentFragment.prototype, 'cloneNode');
    fill(document.createElement('article'), SAID);
    const mould = copied.mock.contexts[0] as unknown as DocumentFragment;
    const place = document.createElement('div');
    place.append(...[...mould.childNodes].map((node) => node.cloneNode(true)));
    copied.mockRestore();
    expect(place.innerHTML).not.toMatch(/secret|Quaresma|ZQ|1999|:58/);
    expect(place.textContent).toBe('Customer');
  });

  it('is filled in as it would be drawn, whoever says whatever', () => {
    mount(null);
    const arbitrary = fc.record(
      {
        id: fc.constant('1'),
        role: fc.constantFrom(...ROLES),
        author: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Kari Nordmann', 'Jonas', '😀')),
        authorKey: fc.string(),
        time: fc.oneof(
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
          fc.string(),
        ),
        text: fc.string({ unit: 'binary' }),
        format: fc.constant('plain' as const),
      },
      { requiredKeys: ['id', 'role', 'text', 'format'] },
    );
    fc.assert(
      fc.property(arbitrary, fc.boolean(), (message, continues) => {
        const drawn = document.createElement('article');
        const entry: Entry = { message, index: 0, continues };
        render(drawMessageParts(entry, clock), drawn);
        // A text with an address in it is drawn otherwise, and not filled in.
        const html = drawn.querySelector('a, button') ? undefined : drawn.innerHTML;
        if (html !== undefined) expect(fill(document.createElement('article'), message, continues)).toBe(html);
      }),
      { numRuns: SLOW_PROPERTY_RUNS },
    );
  });

  it('keeps its elements while it says the same, and only then', () => {
    mount(null);
    const article = document.createElement('article');
    fill(article, SAID);
    const text = article.querySelector('[data-part=text]');
    fill(article, { ...SAID });
    expect(article.querySelector('[data-part=text]')).toBe(text);
    const changes = [
      { text: 'Hello' },
      { author: 'Ola' },
      { time: '2026-11-20T09:02:00.000Z' },
      { role: 'agent' },
      { authorKey: '7' },
    ] as const;
    for (const change of changes) {
      const changed = { ...SAID, ...change };
      expect(fill(article, changed)).toBe(fill(document.createElement('article'), changed));
    }
    expect(fill(article, SAID, true)).toBe(fill(document.createElement('article'), SAID, true));
  });
});
