// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Conversation } from '../../lib/domain/conversation.ts';
import { type Failure, fail, succeed } from '../../lib/domain/result.ts';
import type { Opened, RestAnswer } from '../../lib/platform/messages.ts';
import { ConversationView } from '../conversation/conversation-view.tsx';
import { click, find, findByName, mount, unmount } from '../ui/mount-for-test.tsx';
import { stubAccess } from './stub-access-for-test.ts';
import { useConversation } from './use-conversation.ts';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../lib/platform/messages.ts', () => ({ send, tell: send }));

const START = 1_800_000_000_000;
const REF = { provider: 'socialboards', id: '1' } as const;

function converse(ids: readonly string[], changed: Partial<Conversation> = {}): Conversation {
  const messages = ids.map((id) => ({ id, role: 'customer', text: id, format: 'plain' }) as const);
  return { ref: REF, messages, gaps: [], facts: { state: 'closed' }, complete: true, fetchedAt: START, ...changed };
}

const HOLED = converse(['1', '4'], { gaps: [{ before: 1, missing: 2 }] });

/** Questions that have no answer yet. */
let parked: ((answer: Opened | RestAnswer) => void)[];

function View() {
  const { retry, readAgain, ...lookUp } = useConversation(REF, 'page');
  return <ConversationView surface="panel" idle="no-id" selected={REF} lookUp={lookUp} onRetry={retry} onReadAgain={readAgain} />;
}

const pass = (seconds: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(seconds * 1000);
  });
const listTexts = (root: HTMLElement) => [...root.querySelectorAll('[data-part=text]')].map(({ textContent }) => textContent);

async function answer(value: Opened | RestAnswer): Promise<void> {
  parked.shift()?.(value);
  await pass(0);
}

async function press(): Promise<HTMLElement> {
  const root = mount(<View />);
  await pass(0);
  await answer(succeed(HOLED));
  click(findByName(root, 'Read again'));
  await pass(0);
  return root;
}

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  fakeBrowser.reset();
  stubAccess();
  parked = [];
  send.mockReset().mockImplementation((type: string) => {
    if (type === 'refresh') return Promise.resolve(succeed({ fetchedAt: Date.now() }));
    return new Promise((resolve) => parked.push(resolve));
  });
});

afterEach(() => {
  unmount();
  vi.useRealTimers();
});

describe('a conversation that is read again at a hole', () => {
  it('stays on show until all of it is there', async () => {
    const root = await press();
    expect(send.mock.lastCall).toMatchObject(['open', { ref: REF, by: 'hand' }]);
    expect([find(root, 'main').dataset.state, listTexts(root)]).toEqual(['ready', ['1', '4']]);
    expect(find(root, '[role=log]').getAttribute('aria-busy')).toBe('true');
    expect(findByName(root, 'Read again').getAttribute('aria-disabled')).toBe('true');
    expect(find(root, '.filling').textContent).toBe('Reading the conversation again…');
    expect(root.querySelector('[data-part=progress]')).toBeNull();
    const asked = send.mock.calls.length;
    click(findByName(root, 'Read again'));
    await pass(0);
    expect(send.mock.calls.length).toBe(asked);
    await answer(succeed(converse(['4'], { complete: false })));
    expect(listTexts(root)).toEqual(['1', '4']);
    await answer(succeed({ read: 4, conversation: converse(['1', '2', '3', '4']) }));
    expect(listTexts(root)).toEqual(['1', '2', '3', '4']);
    expect(root.querySelector('[data-gap]')).toBeNull();
    expect(find(root, '[role=log]').getAttribute('aria-busy')).toBe('false');
    expect(root.querySelector('.filling')).toBeNull();
  });

  it('says why where that fails', async () => {
    const root = await press();
    await answer(fail<Failure>({ kind: 'provider-down' }));
    expect([find(root, 'main').dataset.state, listTexts(root)]).toEqual(['ready', ['1', '4']]);
    expect(find(root, '[data-part=trouble]').dataset.failure).toBe('provider-down');
  });

  it('goes where it may not be read any longer', async () => {
    const root = await press();
    await answer(fail<Failure>({ kind: 'forbidden' }));
    expect([find(root, 'main').dataset.state, listTexts(root)]).toEqual(['failed', []]);
  });
});
