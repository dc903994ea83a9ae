import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Candidate } from '../domain/candidate.ts';
import { DEFAULT_SIDEBAR } from '../domain/site.ts';
import { HANDLERS } from './handlers.ts';

const SITE = 'https://desk.example';
const taken: Candidate = { id: '254626', provider: 'maax', kind: 'field', label: 'Conversation ID', excerpt: '' };
const refused: Candidate = { ...taken, refusal: 'own-id' };

let added: readonly string[];

async function report(candidates: readonly Candidate[], sidebar = DEFAULT_SIDEBAR, frame = 0): Promise<void> {
  await fakeBrowser.storage.local.set({ sites: [{ origin: SITE, sidebar }] });
  const input = { helpdesk: 'generic', ticket: '1', settled: false, candidates };
  await HANDLERS.seen(input, { kind: 'site', origin: SITE, tab: 7, frame, document: 'd', page: `${SITE}/tickets/1` });
}

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  added = [];
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ files }: { readonly files?: readonly string[] }) => {
      added = [...added, ...(files ?? [])];
      return [{ result: true }];
    },
  });
});

afterEach(() => vi.useRealTimers());

describe('the code of the in-page sidebar', () => {
  it('comes with the first id, once, and nothing waits for it', async () => {
    await report([taken]);
    await report([taken]);
    expect(added).toEqual([]);
    await vi.runAllTimersAsync();
    expect(added).toEqual(['/page-sidebar.js']);
  });

  it('comes at once where the agent left it open', async () => {
    await report([], { ...DEFAULT_SIDEBAR, open: true });
    expect(added).toEqual(['/page-sidebar.js']);
  });

  it.each([
    ['a page without an id', () => report([])],
    ['a page whose ids were all refused', () => report([refused])],
    ['a site where it is switched off', () => report([taken], { ...DEFAULT_SIDEBAR, shown: false })],
    ['a frame inside the page', () => report([taken], DEFAULT_SIDEBAR, 3)],
  ])('does not burden %s', async (_, act) => {
    await act();
    await vi.runAllTimersAsync();
    expect(added).toEqual([]);
  });
});

describe('a page in a part of its origin that is not enabled', () => {
  const site = { origin: SITE, sidebar: DEFAULT_SIDEBAR, paths: ['/rt/'] };
  const say = (page: string) =>
    HANDLERS.seen(
      { helpdesk: 'generic', ticket: '1', settled: true, candidates: [taken] },
      { kind: 'site', origin: SITE, tab: 7, frame: 0, document: 'd', page: `${SITE}${page}` },
    );

  it('is told nothing, and what its tab held is dropped', async () => {
    await fakeBrowser.storage.local.set({ sites: [site] });
    expect(await say('/rt/Ticket/1')).toMatchObject({ rules: [] });
    expect(await fakeBrowser.storage.session.get('tab:7')).toMatchObject({ 'tab:7': { refs: [{ id: '254626' }] } });
    added = [];
    expect(await say('/wiki/1')).toBeNull();
    expect(await fakeBrowser.storage.session.get('tab:7')).toMatchObject({ 'tab:7': { refs: [] } });
    expect(added).toEqual([]);
  });
});
