// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Protocol } from '../../lib/platform/messages.ts';
import { mount, settle, unmount } from '../ui/mount-for-test.tsx';
import { type Teaching, useTeaching } from './use-teaching.ts';

type Taught = Protocol['teach-rule']['output'];

const sent = vi.hoisted(() => vi.fn());
vi.mock('../../lib/platform/messages.ts', () => ({ send: sent, tell: sent }));

const rule = { version: 1, site: 'https://desk.example', kind: 'label', text: 'Case ref', enabled: true } as const;

let teaching: Teaching | undefined;
let answer: (taught: Taught | undefined) => void;
let cut: () => void;

function Probe({ tab, ticket }: { readonly tab: number | undefined; readonly ticket: string }) {
  teaching = useTeaching(tab, ticket);
  return null;
}

function follow(tab: number | undefined, ticket = 'T-1'): void {
  mount(<Probe tab={tab} ticket={ticket} />);
}

beforeEach(() => {
  sent.mockReset().mockImplementation(async (type: string) => {
    if (type !== 'teach-rule') return null;
    return new Promise((resolve, reject) => {
      answer = resolve;
      cut = () => reject(new Error('message channel closed'));
    });
  });
  follow(7);
});

afterEach(unmount);

async function pick(end: () => void): Promise<void> {
  void act(() => teaching?.onPick());
  expect(teaching?.status).toEqual({ state: 'picking' });
  end();
  await settle();
}

describe('useTeaching', () => {
  it.each<[string, Taught | undefined, Teaching['status']]>([
    ['a rule was kept', { ok: true, value: rule }, { state: 'kept', rule }],
    ['none could be made', { ok: false, failure: { kind: 'no-id' } }, { state: 'refused', kind: 'no-id' }],
    ['the agent cancelled', { ok: false, failure: { kind: 'cancelled' } }, { state: 'ready' }],
    ['the background does not let us', undefined, { state: 'ready' }],
  ])('says what came of it: %s', async (_, taught, status) => {
    await pick(() => answer(taught));
    expect(teaching?.status).toEqual(status);
  });

  it('says what is left out from now on, or why it is not', async () => {
    const candidate = { id: '11111', kind: 'field', label: 'Conversation ID', excerpt: '' } as const;
    const refusing = { ...rule, refuses: 'field' } as const;
    sent.mockResolvedValueOnce({ ok: true, value: [refusing] });
    void act(() => teaching?.onRefuse(candidate));
    await settle();
    expect(sent).toHaveBeenLastCalledWith('refuse-id', { tab: 7, candidate });
    expect(teaching?.status).toEqual({ state: 'left-out', rules: [refusing] });
    sent.mockResolvedValueOnce({ ok: false, failure: { kind: 'finds-several' } });
    void act(() => teaching?.onRefuse(candidate));
    await settle();
    expect(teaching?.status).toEqual({ state: 'refused', kind: 'finds-several' });
  });

  it('takes the picker away where the background ends meanwhile', async () => {
    await pick(() => cut());
    expect(teaching?.status).toEqual({ state: 'refused', kind: 'page-gone' });
    expect(sent).toHaveBeenLastCalledWith('cancel-teaching', { tab: 7 });
  });

  it('is cancelled by Esc, while it is under way only', async () => {
    const press = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    press();
    expect(sent).not.toHaveBeenCalled();
    void act(() => teaching?.onPick());
    press();
    expect(sent).toHaveBeenLastCalledWith('cancel-teaching', { tab: 7 });
  });

  it('says nothing of one ticket beside the next, where the answer comes late neither', async () => {
    const candidate = { id: '11111', kind: 'field', label: 'Conversation ID', excerpt: '' } as const;
    const leftOut = { ok: true, value: [{ ...rule, refuses: 'field' }] } as const;
    sent.mockResolvedValueOnce(leftOut);
    void act(() => teaching?.onRefuse(candidate));
    await settle();
    expect(teaching?.status.state).toBe('left-out');
    follow(7, 'T-2');
    expect(teaching?.status).toEqual({ state: 'ready' });
    sent.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve as typeof answer)));
    void act(() => teaching?.onRefuse(candidate));
    follow(7, 'T-3');
    answer(leftOut as never);
    await settle();
    expect(teaching?.status).toEqual({ state: 'ready' });
  });

  it('goes on waiting for the click in the next ticket, and says there what came of it', async () => {
    void act(() => teaching?.onPick());
    follow(7, 'T-2');
    expect(teaching?.status).toEqual({ state: 'picking' });
    answer({ ok: true, value: rule });
    await settle();
    expect(teaching?.status).toEqual({ state: 'kept', rule });
    follow(7, 'T-3');
    expect(teaching?.status).toEqual({ state: 'ready' });
  });

  it('says nothing of one tab in another, and is not there without one', async () => {
    await pick(() => answer({ ok: true, value: rule }));
    follow(8);
    expect(teaching?.status).toEqual({ state: 'ready' });
    follow(undefined);
    expect(teaching).toBeUndefined();
  });
});
