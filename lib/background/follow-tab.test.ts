import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Candidate } from '../domain/candidate.ts';
import type { FrameReport, TabState } from '../domain/tab-state.ts';
import { followTab, forgetTab, leaveTab, refreshTabs } from './follow-tab.ts';

const field: Candidate = { id: '254626', provider: 'socialboards', kind: 'field', label: 'Conversation ID', excerpt: '' };
const other: Candidate = { ...field, id: '48213', provider: 'maax' };

const read = async () => (await fakeBrowser.storage.session.get('tab:7'))['tab:7'];
const readBadge = () => fakeBrowser.action.getBadgeText({ tabId: 7 });
const readTitle = () => fakeBrowser.action.getTitle({ tabId: 7 });

async function seeIcon(badge: string, title: string): Promise<void> {
  await vi.waitFor(async () => expect([await readBadge(), await readTitle()]).toEqual([badge, title]));
}

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.action.setTitle({ title: 'Backscroll' });
});

describe('followTab', () => {
  it('writes what the tab holds, and counts it on the icon', async () => {
    await followTab(7, { frame: 0, site: 'https://desk.example', ticket: 'a', settled: true, candidates: [field, other] });
    expect(await read()).toEqual({
      ticket: 'a',
      settled: true,
      candidates: [field, other],
      fallbacks: [],
      refs: [
        { provider: 'socialboards', id: '254626' },
        { provider: 'maax', id: '48213' },
      ],
    });
    await seeIcon('2', 'Backscroll: 2 conversations in this ticket');
  });

  it('counts an id once that both chat systems may know', async () => {
    const { provider: _, ...unnamed } = field;
    await followTab(7, { frame: 0, site: 'https://desk.example', ticket: 'a', settled: true, candidates: [unnamed] });
    await seeIcon('1', 'Backscroll: 1 conversation in this ticket');
  });

  it('merges frames that report in the same moment', async () => {
    const top = { frame: 0, site: 'https://desk.example', ticket: 'a', settled: true, candidates: [] };
    await followTab(7, { ...top, frames: ['2', '3'] });
    const say = (frame: number, candidates: readonly Candidate[]) =>
      followTab(7, { frame, name: `${frame}`, site: 'https://desk.example', settled: true, candidates });
    await Promise.all([say(2, [field]), say(3, [other])]);
    expect(await read()).toMatchObject({ refs: [{ id: '254626' }, { id: '48213' }] });
  });

  it('drops what the tab held, and then the copies, where the storage takes no more', async () => {
    await followTab(7, { frame: 0, site: 'https://desk.example', ticket: 'a', settled: true, candidates: [field] });
    await fakeBrowser.storage.session.set({
      copies: [{ name: 'maax:1', bytes: 1, fetchedAt: 1, changedAt: 1 }],
      'copy:maax:1': '{}',
    });
    const set = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    const next = { frame: 0, site: 'https://desk.example', ticket: 'b', settled: true, candidates: [other] };
    await followTab(7, next);
    expect(await read()).toMatchObject({ ticket: 'b', refs: [{ id: '48213' }] });
    expect(await fakeBrowser.storage.session.get(['copies', 'copy:maax:1'])).toEqual({ copies: [] });
    set.mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await expect(followTab(7, { ...next, ticket: 'c' })).rejects.toThrow('quota');
    expect(await read()).toBeUndefined();
    set.mockRestore();
  });

  it('writes what comes next without a wait for the write before it', async () => {
    const say = (ticket: string) =>
      followTab(7, { frame: 0, site: 'https://desk.example', ticket, settled: true, candidates: [field] });
    const writes: unknown[] = [];
    let end: (() => void) | undefined;
    const set = vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation((values) => {
      writes.push((values as Record<string, TabState>)['tab:7']?.ticket);
      return end ? Promise.resolve() : new Promise<void>((resolve) => (end = resolve));
    });
    const first = say('a');
    await vi.waitFor(() => expect(writes).toEqual(['a']));
    await say('b');
    expect(writes).toEqual(['a', 'b']);
    end?.();
    await first;
    set.mockRestore();
  });

  it('leaves what was said later where an earlier write fails late', async () => {
    const say = (ticket: string) =>
      followTab(7, { frame: 0, site: 'https://desk.example', ticket, settled: true, candidates: [field] });
    let fail: ((why: Error) => void) | undefined;
    const set = vi
      .spyOn(fakeBrowser.storage.session, 'set')
      .mockImplementationOnce(() => new Promise<void>((_, reject) => (fail = reject)));
    const first = say('a');
    await vi.waitFor(() => expect(fail).toBeDefined());
    const second = say('b');
    fail?.(new Error('QUOTA_BYTES quota exceeded'));
    await Promise.all([first, second]);
    expect(await read()).toMatchObject({ ticket: 'b' });
    set.mockRestore();
  });

  it('never shows what a tab holds beside the reports of another page', async () => {
    const seen: unknown[] = [];
    const look = async () => {
      const { 'tab:7': tab, 'reports:7': reports } = await fakeBrowser.storage.session.get(['tab:7', 'reports:7']);
      seen.push([(tab as TabState | undefined)?.ticket, (reports as readonly FrameReport[] | undefined)?.[0]?.ticket]);
    };
    const looks: Promise<void>[] = [];
    const onChanged = () => void looks.push(look());
    fakeBrowser.storage.session.onChanged.addListener(onChanged);
    for (const ticket of ['a', 'b']) {
      await followTab(7, { frame: 0, site: 'https://desk.example', ticket, settled: true, candidates: [] });
    }
    fakeBrowser.storage.session.onChanged.removeListener(onChanged);
    await Promise.all(looks);
    expect(seen).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
  });

  it('tells of the last of many that come at once, in one write, and of nothing that was said of the tickets before', async () => {
    const states: unknown[] = [];
    await followTab(7, { frame: 0, site: 'https://desk.example', ticket: 'a', settled: true, candidates: [field] });
    await followTab(7, { frame: 2, name: '2', site: 'https://desk.example', settled: true, candidates: [field] });
    fakeBrowser.storage.session.onChanged.addListener((changes) => changes['tab:7'] && states.push(changes['tab:7'].newValue));
    const frames = { b: ['2'], c: ['3'] };
    const say = (ticket: 'b' | 'c') =>
      followTab(7, { frame: 0, site: 'https://desk.example', ticket, frames: frames[ticket], settled: false, candidates: [] });
    const sayIn = (frame: number, candidates: readonly Candidate[]) =>
      followTab(7, { frame, name: `${frame}`, site: 'https://desk.example', settled: false, candidates });
    await Promise.all([say('b'), sayIn(2, [field]), say('c'), sayIn(3, [other]), say('c')]);
    expect(states).toMatchObject([{ ticket: 'c', refs: [{ id: '48213' }] }]);
  });

  it('takes what is said of a page after another one left for what it is', async () => {
    const say = (ticket: string) =>
      followTab(7, { frame: 0, site: 'https://desk.example', ticket, settled: true, candidates: [field] });
    await Promise.all([say('a'), leaveTab(7), say('b')]);
    expect(await read()).toMatchObject({ ticket: 'b', refs: [{ id: '254626' }] });
    await Promise.all([say('c'), leaveTab(7)]);
    expect(await read()).toMatchObject({ refs: [] });
  });

  it('holds nothing of the old ticket once the new one is named', async () => {
    const top = { frame: 0, site: 'https://desk.example', settled: true, candidates: [field] };
    await followTab(7, { ...top, ticket: 'a', frames: ['2'] });
    await followTab(7, { frame: 2, name: '2', site: 'https://desk.example', settled: true, candidates: [other] });
    expect(await read()).toMatchObject({ refs: [{ id: '254626' }, { id: '48213' }] });
    await followTab(7, { frame: 0, site: 'https://desk.example', ticket: 'b', settled: false, candidates: [] });
    expect(await read()).toEqual({ ticket: 'b', settled: false, candidates: [], refs: [], fallbacks: [] });
    await seeIcon('', 'Backscroll');
  });

  it('empties a tab that leaves the helpdesk, and forgets one that is closed', async () => {
    await followTab(7, { frame: 0, site: 'https://desk.example', ticket: 'a', settled: true, candidates: [field] });
    await leaveTab(7);
    expect(await read()).toMatchObject({ refs: [] });
    await forgetTab(7);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('offers an id of unknown origin to the chat systems that are set up', async () => {
    const { provider: _, ...unnamed } = field;
    await followTab(7, { frame: 0, site: 'https://desk.example', ticket: 'a', settled: true, candidates: [unnamed] });
    expect(await read()).toMatchObject({ refs: [{ provider: 'maax' }, { provider: 'socialboards' }] });
    const sidebar = { shown: true, open: false, side: 'right', width: 380 };
    await fakeBrowser.storage.local.set({ sites: [{ origin: 'https://desk.example', sidebar, provider: 'socialboards' }] });
    await refreshTabs([7]);
    expect(await read()).toMatchObject({ refs: [{ provider: 'socialboards' }], fallbacks: [{ provider: 'maax' }] });
    const site = { origin: 'https://desk.example', sidebar, provider: 'socialboards', chosenProvider: 'maax' };
    await fakeBrowser.storage.local.set({ sites: [site] });
    await refreshTabs([7]);
    expect(await read()).toMatchObject({ refs: [{ provider: 'maax' }], fallbacks: [{ provider: 'socialboards' }] });
    const maax = { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, stored: ['apiKey'], savedAt: 1 };
    await fakeBrowser.storage.local.set({ providers: { maax } });
    await refreshTabs([7, 8]);
    expect(await read()).toMatchObject({ refs: [{ provider: 'maax', id: '254626' }] });
  });
});
