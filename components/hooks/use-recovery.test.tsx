// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Conversation } from '../../lib/domain/conversation.ts';
import { type Failure, fail, succeed } from '../../lib/domain/result.ts';
import type { LookUpBy } from '../../lib/domain/standing.ts';
import type { Opened } from '../../lib/platform/messages.ts';
import { SOCIALBOARDS_DEFAULTS } from '../../lib/providers/socialboards/defaults.ts';
import { ConversationView } from '../conversation/conversation-view.tsx';
import { click, find, findByName, mount, unmount } from '../ui/mount-for-test.tsx';
import { stubAccess } from './stub-access-for-test.ts';
import { useConversation } from './use-conversation.ts';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../lib/platform/messages.ts', () => ({ send, tell: send }));

const START = 1_800_000_000_000;
const REF = { provider: 'socialboards', id: '1' } as const;
const SAVED = { settings: SOCIALBOARDS_DEFAULTS, stored: ['refreshToken'], savedAt: 1, changedAt: 1 };

function converse(texts: readonly string[], changed: Partial<Conversation> = {}): Conversation {
  const messages = texts.map((text, index) => ({ id: String(index), role: 'customer', text, format: 'plain' }) as const);
  return { ref: REF, messages, gaps: [], facts: {}, complete: true, fetchedAt: START, ...changed };
}

let opened: Opened;
let access: ReturnType<typeof stubAccess>;

function View({ retryBy }: { readonly retryBy: LookUpBy }) {
  const { retry, ...lookUp } = useConversation(REF, 'page', retryBy);
  return <ConversationView surface="panel" idle="no-id" selected={REF} lookUp={lookUp} onRetry={retry} />;
}

const pass = (seconds: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(seconds * 1000);
  });
const listTexts = (root: HTMLElement) => [...root.querySelectorAll('[data-part=text]')].map(({ textContent }) => textContent);
const listSent = () => send.mock.calls.map(([type]) => type as string);

async function open(retryBy: LookUpBy = 'hand'): Promise<HTMLElement> {
  const root = mount(<View retryBy={retryBy} />);
  await pass(0);
  return root;
}

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  fakeBrowser.reset();
  access = stubAccess();
  send.mockReset().mockImplementation(async () => opened);
});

afterEach(() => {
  unmount();
  vi.useRealTimers();
});

describe('a conversation', () => {
  it('goes at once when its permission is taken back, stays when another one is, and comes back with it', async () => {
    await fakeBrowser.storage.local.set({ providers: { socialboards: SAVED } });
    opened = succeed(converse(['Hi'], { facts: { state: 'closed' } }));
    const root = await open();
    const change = async () => {
      access.tell();
      for (let turn = 0; turn < 3; turn += 1) await pass(1);
    };
    send.mockClear();
    await change();
    expect([listTexts(root), send.mock.calls]).toEqual([['Hi'], []]);
    const given = opened;
    access.isGranted = false;
    opened = fail({ kind: 'no-access', origins: ['https://a.example/'] });
    await change();
    expect([listTexts(root), find(root, 'main').dataset.state, listSent()]).toEqual([[], 'no-access', ['open']]);
    await pass(3_600);
    expect(listSent()).toEqual(['open']);
    access.isGranted = true;
    opened = given;
    await change();
    expect(listTexts(root)).toEqual(['Hi']);
  });

  it('is asked for again by itself when the browser can read the keys again', async () => {
    await fakeBrowser.storage.session.set({ unreadableKeys: true });
    opened = fail<Failure>({ kind: 'no-key', reason: 'unreadable-keys' });
    const root = await open();
    expect(find(root, '[role=alert]').dataset.failure).toBe('no-key');
    await pass(3_600);
    opened = succeed(converse(['Hi'], { facts: { state: 'closed' } }));
    await fakeBrowser.storage.session.remove('unreadableKeys');
    for (let turn = 0; turn < 3; turn += 1) await pass(1);
    expect([listTexts(root), listSent().slice(0, 2)]).toEqual([['Hi'], ['open', 'open']]);
  });

  it.each([['hand'], ['page']] as const)('is asked for again by %s where the view says so', async (by) => {
    opened = fail<Failure>({ kind: 'timeout' });
    click(findByName(await open(by), 'Try again'));
    await pass(0);
    expect(send.mock.calls.map(([type, input]) => `${type} ${input.by}`)).toEqual(['open page', `open ${by}`]);
  });
});
