// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../lib/domain/conversation.ts';
import type { Message } from '../../lib/domain/message.ts';
import { click, find, mount, settle, unmount } from '../ui/mount-for-test.tsx';
import { Transcript } from './transcript.tsx';

const ref = { provider: 'socialboards', id: '1' } as const;

const say = (index: number): Message => ({ id: String(index), role: 'customer', text: `message ${index}`, format: 'plain' });

function draw(count: number, changed: Partial<Conversation> = {}): HTMLElement {
  const messages = Array.from({ length: count }, (_, index) => say(index));
  const conversation = { ref, messages, gaps: [], facts: {}, complete: true, fetchedAt: 0, ...changed };
  return mount(<Transcript conversation={conversation} isFilling={false} />);
}

/** happy-dom lays nothing out: the reader is where this says. */
function scrollTo(root: HTMLElement, top: number): void {
  const log = find(root, '[role=log]');
  Object.defineProperties(log, {
    scrollHeight: { configurable: true, value: 2000 },
    clientHeight: { configurable: true, value: 400 },
  });
  void act(() => {
    log.scrollTop = top;
    log.dispatchEvent(new Event('scroll'));
  });
}

const readButton = (root: HTMLElement) => find(root, '.transcript').querySelector('.new-messages')?.textContent ?? '';
const readAnnouncement = (root: HTMLElement) => find(root, '.transcript > [role=status]').textContent;

async function open(count: number, at: number): Promise<HTMLElement> {
  const root = draw(count);
  await settle();
  scrollTo(root, at);
  return root;
}

async function receive(count: number): Promise<void> {
  draw(count);
  await settle();
}

afterEach(unmount);

describe('new messages', () => {
  it('say nothing before any has come', async () => {
    const root = await open(5, 0);
    expect([readButton(root), readAnnouncement(root)]).toEqual(['', '']);
  });

  it.each([
    ['a part out of the middle', { complete: false, around: { above: 0, below: 2 } }],
    ['a hole at the end', { gaps: [{ before: 5, missing: 2 }] }],
  ])('are none where what was missing comes in: %s', async (_what, changed) => {
    const root = draw(5, changed);
    await settle();
    scrollTo(root, 300);
    await receive(7);
    expect([readButton(root), readAnnouncement(root)]).toEqual(['', '']);
    await receive(8);
    expect(readButton(root)).toBe('1 new message');
  });

  it('are counted for a reader who is not at the end, and nothing moves', async () => {
    const root = await open(5, 300);
    await receive(6);
    expect(readButton(root)).toBe('1 new message');
    await receive(8);
    expect(readButton(root)).toBe('3 new messages');
    expect(find(root, '[role=log]').scrollTop).toBe(300);
    expect(root.querySelectorAll('article')).toHaveLength(8);
  });

  it('are announced outside the log, the latest arrivals only', async () => {
    const root = await open(5, 300);
    await receive(6);
    expect(readAnnouncement(root)).toBe('1 new message');
    await receive(8);
    expect(readAnnouncement(root)).toBe('2 new messages');
    expect(find(root, '[role=log]').getAttribute('aria-live')).toBe('off');
  });

  it('are gone to by the button', async () => {
    const root = await open(5, 300);
    await receive(6);
    click(find(root, '.new-messages button'));
    expect(find(root, '[role=log]').scrollTop).toBe(2000);
    scrollTo(root, 1600);
    expect(readButton(root)).toBe('');
  });

  it('follow a reader who is at the end', async () => {
    const root = await open(5, 1590);
    await receive(6);
    expect(readButton(root)).toBe('');
    expect(find(root, '[role=log]').scrollTop).toBe(2000);
    expect(readAnnouncement(root)).toBe('1 new message');
  });

  it('are not what is filled in above', async () => {
    const messages = [say(3), say(4)];
    const conversation = { ref, messages, gaps: [], facts: {}, complete: false, fetchedAt: 0 };
    const root = mount(<Transcript conversation={conversation} isFilling={true} />);
    await settle();
    await receive(5);
    expect([readButton(root), readAnnouncement(root)]).toEqual(['', '']);
  });

  it('are gone to for good, although what is on the way shows its height only when it comes into sight', async () => {
    const root = await open(5, 300);
    await receive(6);
    const log = find(root, '[role=log]');
    let frames = 0;
    const count = () => {
      frames += 1;
      if (frames < 6) requestAnimationFrame(count);
    };
    Object.defineProperty(log, 'scrollHeight', { configurable: true, get: () => (frames < 3 ? 2000 : 2600) });
    click(find(root, '.new-messages button'));
    count();
    await settle();
    expect(log.scrollTop).toBe(2600);
  });
});
