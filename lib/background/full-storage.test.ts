import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Candidate } from '../domain/candidate.ts';
import type { FrameReport, TabState } from '../domain/tab-state.ts';
import { mirrorStorage } from '../platform/stored-value.ts';
import { followTab, refreshTabs } from './follow-tab.ts';

const FOUND: Candidate = { id: '254626', provider: 'socialboards', kind: 'field', label: 'Conversation ID', excerpt: '' };
const OTHER: Candidate = { ...FOUND, id: '48213', provider: 'maax' };

const report = (ticket: string, candidates: readonly Candidate[]): FrameReport => ({
  ...{ frame: 0, site: 'https://desk.example', ticket, settled: true, candidates, frames: ['5'] },
});
const inFrame: FrameReport = { frame: 5, name: '5', site: 'https://desk.example', settled: true, candidates: [OTHER] };

async function read(): Promise<TabState | undefined> {
  return (await fakeBrowser.storage.session.get('tab:7'))['tab:7'] as TabState | undefined;
}

/** Holds the next writes back; each of them is refused when it is told to be. */
function holdWrites(count: number): (() => void)[] {
  const refusals: (() => void)[] = [];
  const store = fakeBrowser.storage.session.set.bind(fakeBrowser.storage.session);
  vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation((values) => {
    if (refusals.length === count) return store(values);
    return new Promise((_, reject) => refusals.push(() => reject(new Error('QUOTA_BYTES quota exceeded'))));
  });
  return refusals;
}

describe('a storage that refuses what a tab holds, late', () => {
  beforeEach(() => {
    vi.restoreAllMocks();
    fakeBrowser.reset();
    mirrorStorage();
  });

  it('never brings the ticket before back, whatever is told meanwhile', async () => {
    await followTab(7, report('before', [OTHER]));
    const refusals = holdWrites(1);
    const next = followTab(7, report('next', [FOUND]));
    await vi.waitFor(() => expect(refusals).toHaveLength(1));
    const meanwhile = [refreshTabs([8]), followTab(7, inFrame), refreshTabs([8, 7])];
    refusals[0]?.();
    await Promise.all([next, ...meanwhile]);
    expect(await read()).toMatchObject({ ticket: 'next', refs: [{ id: '254626' }, { id: '48213' }] });
  });

  it('nor where several writes are refused in a row', async () => {
    await followTab(7, report('before', [OTHER]));
    const refusals = holdWrites(2);
    const next = followTab(7, report('next', [FOUND]));
    await vi.waitFor(() => expect(refusals).toHaveLength(1));
    const inner = followTab(7, inFrame);
    await vi.waitFor(() => expect(refusals).toHaveLength(2));
    const again = followTab(7, inFrame);
    for (const refuse of refusals) refuse();
    await Promise.all([next, inner, again]);
    expect(await read()).toMatchObject({ ticket: 'next', refs: [{ id: '254626' }, { id: '48213' }] });
  });

  it('shows nothing of the ticket before until it has room again', async () => {
    await followTab(7, report('before', [OTHER]));
    const refusals = holdWrites(2);
    const next = followTab(7, report('next', [FOUND]));
    await vi.waitFor(() => expect(refusals).toHaveLength(1));
    refusals[0]?.();
    await vi.waitFor(() => expect(refusals).toHaveLength(2));
    expect(await read()).toBeUndefined();
    refusals[1]?.();
    await expect(next).rejects.toThrow('quota');
    expect(await read()).toBeUndefined();
  });

  it('leaves the icon at what was told last', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const refusals = holdWrites(1);
    const two = followTab(7, report('two', [FOUND, OTHER]));
    await vi.waitFor(() => expect(refusals).toHaveLength(1));
    await followTab(7, report('one', [FOUND]));
    refusals[0]?.();
    await two;
    await vi.runAllTimersAsync();
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe('1');
  });
});
