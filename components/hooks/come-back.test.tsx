// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Conversation } from '../../lib/domain/conversation.ts';
import type { Ref } from '../../lib/domain/ref.ts';
import { type Failure, fail, succeed } from '../../lib/domain/result.ts';
import type { Opened } from '../../lib/platform/messages.ts';
import { ConversationView } from '../conversation/conversation-view.tsx';
import { click, find, findByName, mount, settle, unmount } from '../ui/mount-for-test.tsx';
import { stubAccess } from './stub-access-for-test.ts';
import { useConversation } from './use-conversation.ts';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../lib/platform/messages.ts', () => ({ send, tell: send }));

const REF = { provider: 'socialboards', id: '1' } as const;
const HI = { id: '0', role: 'customer', text: 'Hi', format: 'plain' } as const;
const HOLED: Conversation = {
  ...{ ref: REF, messages: [HI], gaps: [{ before: 0, missing: 2 }], facts: { state: 'closed' } },
  ...{ complete: true, fetchedAt: Date.now() },
};
const ANSWERED: Opened = succeed(HOLED);
const FAILED: Opened = fail<Failure>({ kind: 'timeout' });

function View({ of }: { readonly of: Ref | undefined }) {
  const { retry, readAgain, ...lookUp } = useConversation(of, 'page');
  const way = { onRetry: retry, onReadAgain: readAgain };
  return <ConversationView surface="panel" idle="no-id" selected={of} lookUp={lookUp} {...way} />;
}

async function show(of: Ref | undefined): Promise<HTMLElement> {
  const root = mount(<View of={of} />);
  await settle();
  await act(async () => undefined);
  return root;
}

function hearNothing(): void {
  send.mockReturnValue(new Promise(() => undefined));
}

const listAsked = () => send.mock.calls.filter(([type]) => type === 'open').map(([, { by }]) => by as string);

beforeEach(() => {
  fakeBrowser.reset();
  stubAccess();
  send.mockReset();
});

afterEach(unmount);

describe('a conversation that the agent comes back to', () => {
  it.each<[string, Opened, Ref | undefined]>([
    ['that was shown, from a ticket without one', ANSWERED, undefined],
    ['that was shown, from one that has no answer yet', ANSWERED, { ...REF, id: '2' }],
    ['that failed, from a ticket without one', FAILED, undefined],
    ['that failed, from one that has no answer yet', FAILED, { ...REF, id: '2' }],
  ])('%s: is looked up anew, and what came of it before is not shown meanwhile', async (_what, answer, between) => {
    send.mockResolvedValue(answer);
    await show(REF);
    hearNothing();
    await show(between);
    const root = await show(REF);
    expect(find(root, 'main').dataset.state).toBe('loading');
    expect(root.querySelector('article, [role=alert]')).toBeNull();
  });

  it.each<[string, Opened, string]>([
    ['asked for again', FAILED, 'Try again'],
    ['read again at a hole', ANSWERED, 'Read again'],
  ])('and that was %s by hand is now asked for as by a page, with nothing of it on show', async (_what, answer, button) => {
    send.mockResolvedValue(answer);
    click(findByName(await show(REF), button));
    await settle();
    hearNothing();
    await show(undefined);
    const root = await show(REF);
    expect(listAsked()).toEqual(['page', 'hand', 'page']);
    expect(find(root, 'main').dataset.state).toBe('loading');
  });
});
