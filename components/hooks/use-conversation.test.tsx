// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Conversation } from '../../lib/domain/conversation.ts';
import type { Ref } from '../../lib/domain/ref.ts';
import { type Barrier, type Failure, type FailureKind, fail, succeed } from '../../lib/domain/result.ts';
import type { Opened, Refreshed, RestAnswer } from '../../lib/platform/messages.ts';
import { MAAX_DEFAULTS } from '../../lib/providers/maax/defaults.ts';
import { SOCIALBOARDS_DEFAULTS } from '../../lib/providers/socialboards/defaults.ts';
import { ConversationView } from '../conversation/conversation-view.tsx';
import { find, mount, unmount } from '../ui/mount-for-test.tsx';
import { stubAccess } from './stub-access-for-test.ts';
import { useConversation } from './use-conversation.ts';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../lib/platform/messages.ts', () => ({ send, tell: send }));

const START = 1_800_000_000_000;
const REF = { provider: 'socialboards', id: '1' } as const;

function converse(texts: readonly string[], changed: Partial<Conversation> = {}): Conversation {
  const messages = texts.map((text, index) => ({ id: String(index), role: 'customer', text, format: 'plain' }) as const);
  return { ref: REF, messages, gaps: [], facts: {}, complete: true, fetchedAt: START, ...changed };
}

let opened: Opened;
let rest: RestAnswer;
let refreshed: Refreshed;

function View({ of }: { readonly of: Ref }) {
  const { retry, ...lookUp } = useConversation(of, 'page');
  return <ConversationView surface="panel" idle="no-id" selected={of} lookUp={lookUp} onRetry={retry} />;
}

const pass = (seconds: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(seconds * 1000);
  });
const listTexts = (root: HTMLElement) => [...root.querySelectorAll('[data-part=text]')].map(({ textContent }) => textContent);
const listSent = () => send.mock.calls.map(([type]) => type as string);

async function open(of: Ref = REF): Promise<HTMLElement> {
  const root = mount(<View of={of} />);
  await pass(0);
  return root;
}

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  fakeBrowser.reset();
  stubAccess();
  refreshed = succeed({ fetchedAt: START });
  send.mockReset().mockImplementation(async (type: string) => ({ open: opened, rest, refresh: refreshed })[type]);
});

afterEach(() => {
  unmount();
  vi.useRealTimers();
});

describe('a conversation on show', () => {
  it('is the older copy at once, and what is new when the provider has answered', async () => {
    opened = succeed(converse(['Hi'], { fetchedAt: START - 300_000 }));
    let answer: (value: Refreshed) => void = () => {};
    send.mockImplementation((type: string) =>
      type === 'open' ? Promise.resolve(opened) : new Promise((resolve) => (answer = resolve)),
    );
    const root = await open();
    expect(listTexts(root)).toEqual(['Hi']);
    expect(root.querySelector('[data-part=age]')?.textContent).toMatch(/5 min/);
    expect(send.mock.calls.at(-1)).toMatchObject(['refresh', { ref: REF, heldAt: START - 300_000, maxAge: 5000 }]);
    answer(succeed({ fetchedAt: START, conversation: converse(['Hi', 'Anyone there?']) }));
    await pass(0);
    expect(listTexts(root)).toEqual(['Hi', 'Anyone there?']);
    expect(root.querySelector('[data-part=age]')).toBeNull();
  });

  it('is kept up to date from the time its rest was read', async () => {
    opened = succeed(converse(['2'], { complete: false }));
    rest = succeed({ read: 2, conversation: converse(['1', '2']) });
    await open();
    await pass(5);
    expect(listSent()).toEqual(['open', 'rest', 'refresh']);
  });

  it('says how far the reading of the rest is', async () => {
    opened = succeed(converse(['2'], { complete: false, facts: { total: 10_000 } }));
    const answers: RestAnswer[] = [
      succeed({ read: 1_200 }),
      succeed({ read: 2, conversation: converse(['1', '2'], { facts: { total: 10_000 } }) }),
    ];
    const waiting: (() => void)[] = [];
    send.mockImplementation((type: string) =>
      type === 'open' ? Promise.resolve(opened) : new Promise((resolve) => waiting.push(() => resolve(answers.shift()))),
    );
    const root = await open();
    waiting.shift()?.();
    await pass(0);
    expect(find(root, '[data-fact=total]').dataset.value).toBe('10000');
    expect(find(root, '[data-part=progress]').textContent).toMatch(/1,200.*10,000/);
    expect(find(root, '[role=log]').getAttribute('aria-busy')).toBe('true');
    waiting.shift()?.();
    await pass(0);
    expect(root.querySelector('[data-part=progress]')).toBeNull();
  });

  it.each([
    ['the number', { total: 7 }, '5'],
    ['that it is not known', {}, 'unknown'],
  ])('marks what could not be read of it with %s, and says why, until it is read', async (_what, facts, gap) => {
    opened = succeed(converse(['6', '7'], { complete: false, facts: { ...facts, state: 'closed' } }));
    rest = fail<Failure>({ kind: 'provider-down' });
    const root = await open();
    expect(find(root, '[data-gap]').dataset.gap).toBe(gap);
    expect(find(root, '[data-part=trouble]').dataset.failure).toBe('provider-down');
    expect(root.querySelector('[role=alert]')).toBeNull();
    refreshed = succeed({ fetchedAt: START + 5_000, conversation: converse(['5', '6', '7'], { facts: { state: 'closed' } }) });
    await pass(5);
    expect(listTexts(root)).toEqual(['5', '6', '7']);
    expect(root.querySelector('[data-gap], [data-part=trouble]')).toBeNull();
  });

  it('is marked on both sides where only a part out of the middle could be had', async () => {
    const around = { above: 40, below: 7 };
    opened = succeed(converse(['41', '42'], { complete: false, around, facts: { total: 49, state: 'closed' } }));
    rest = fail<Failure>({ kind: 'provider-down' });
    const root = await open();
    expect(send.mock.calls[1]).toMatchObject(['rest', { ref: REF, heldAt: START }]);
    expect(
      [...root.querySelectorAll<HTMLElement>('[data-gap], article')].map(({ dataset }) => dataset.gap ?? dataset.messageId),
    ).toEqual(['40', '0', '1', '7']);
    expect(find(root, '[data-part=trouble]').dataset.failure).toBe('provider-down');
  });

  it('tells the background what it does not wait for any more when the ticket changes', async () => {
    send.mockReturnValue(new Promise(() => undefined));
    await open();
    await open({ ...REF, id: '2' });
    const [first, left, second] = send.mock.calls as [string, { question: string }][];
    expect([first?.[0], left?.[0], second?.[0]]).toEqual(['open', 'leave', 'open']);
    expect(left?.[1]).toEqual({ question: first?.[1].question });
  });

  it('stays with its age where a refresh fails, and says why without an alert', async () => {
    opened = succeed(converse(['Hi']));
    const root = await open();
    refreshed = fail<Failure>({ kind: 'provider-down', provider: 'socialboards' });
    await pass(90);
    expect(listTexts(root)).toEqual(['Hi']);
    expect(find(root, 'main').dataset.state).toBe('ready');
    expect(find(root, '[data-part=age]').textContent).toContain('1 min');
    expect(find(root, '[data-part=trouble]').dataset.failure).toBe('provider-down');
    expect(root.querySelector('[role=alert]')).toBeNull();
    refreshed = succeed({ fetchedAt: START + 150_000 });
    await pass(60);
    expect(root.querySelector('[data-part=trouble]')).toBeNull();
  });

  it.each<FailureKind>(['not-found', 'forbidden', 'key-rejected', 'no-key'])('goes when a refresh says %s', async (kind) => {
    opened = succeed(converse(['Hi']));
    const root = await open();
    refreshed = fail<Failure>({ kind, provider: 'socialboards' });
    await pass(6);
    expect(listTexts(root)).toEqual([]);
    expect(find(root, '[role=alert]').dataset.failure).toBe(kind);
  });

  it.each<Barrier>([{ kind: 'locked' }, { kind: 'no-access', origins: ['https://a.example/'] }])(
    'goes for $kind',
    async (barrier) => {
      opened = succeed(converse(['Hi']));
      const root = await open();
      refreshed = fail(barrier);
      await pass(6);
      expect(listTexts(root)).toEqual([]);
      expect(find(root, 'main').dataset.state).toBe(barrier.kind);
    },
  );

  it('is asked for no more when the ticket changed or the view is gone', async () => {
    opened = succeed(converse(['Hi']));
    await open();
    opened = succeed(converse(['Bye'], { ref: { ...REF, id: '2' } }));
    const root = await open({ ...REF, id: '2' });
    expect(listTexts(root)).toEqual(['Bye']);
    send.mockClear();
    await pass(6);
    expect(send.mock.calls.map(([, input]) => (input as { ref: Ref }).ref.id)).toEqual(['2']);
    unmount();
    send.mockClear();
    await pass(3600);
    expect(send).not.toHaveBeenCalled();
  });

  const SAVED = { settings: SOCIALBOARDS_DEFAULTS, stored: ['refreshToken'], savedAt: 1, changedAt: 1 };
  const MAAX = { settings: MAAX_DEFAULTS, stored: ['apiKey'], savedAt: 1, changedAt: 1 };

  it.each<[string, object, readonly string[]]>([
    ['goes when its provider is removed', {}, ['open page']],
    ['goes when the key alone is another', { socialboards: { ...SAVED, savedAt: 2, changedAt: 2 } }, ['open page']],
    [
      'goes when the address is another',
      { socialboards: { ...SAVED, settings: { ...SOCIALBOARDS_DEFAULTS, baseUrl: 'https://b.example/' } } },
      ['open page'],
    ],
    ['stays when its provider is saved as it was', { socialboards: { ...SAVED, savedAt: 2 } }, []],
    ['stays when another provider is saved', { socialboards: SAVED, maax: MAAX }, []],
  ])('%s', async (_what, providers, asked) => {
    await fakeBrowser.storage.local.set({ providers: { socialboards: SAVED } });
    opened = succeed(converse(['Hi'], { facts: { state: 'closed' } }));
    const root = await open();
    opened = fail<Failure>({ kind: 'no-key', provider: 'socialboards' });
    send.mockClear();
    await act(() => fakeBrowser.storage.local.set({ providers }));
    await pass(1);
    expect(send.mock.calls.map(([type, { by }]) => `${type} ${by}`)).toEqual(asked);
    expect(listTexts(root)).toEqual(asked.length > 0 ? [] : ['Hi']);
  });

  it.each<[string, FailureKind, object, readonly string[]]>([
    ['its own is saved', 'key-rejected', { socialboards: { ...SAVED, savedAt: 2 } }, ['open page']],
    ['another one is saved', 'key-rejected', { socialboards: SAVED, maax: MAAX }, []],
    ['its own is saved with another address', 'unexpected-answer', { socialboards: { ...SAVED, changedAt: 2 } }, ['open page']],
    ['its own is saved as it was', 'unexpected-answer', { socialboards: { ...SAVED, savedAt: 2 } }, []],
  ])('that failed is asked for as by a page when %s', async (_what, kind, providers, asked) => {
    await fakeBrowser.storage.local.set({ providers: { socialboards: SAVED } });
    opened = fail<Failure>({ kind, provider: 'socialboards' });
    await open();
    send.mockClear();
    await act(() => fakeBrowser.storage.local.set({ providers }));
    await pass(1);
    expect(send.mock.calls.map(([type, { by }]) => `${type} ${by}`)).toEqual(asked);
  });
});
