import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_KEYS } from '../../../demo/emulator/state.ts';
import type { ProviderId } from '../../../lib/domain/ref.ts';
import { openExtensionPage, openSidePanel, type PageView } from '../open-pages.ts';
import { readFailure, waitForState } from '../pages/conversation.ts';
import { draftMaax, draftSocialBoards, saveDraft } from '../save-draft.ts';
import { enableSite, type Stage, setStage } from '../stage.ts';
import { press, type View, viewPage, waitUntil } from '../view.ts';
import { askByHand } from './ask-by-hand.ts';
import { addConversation } from './right-answer.ts';
import { NAMES } from './run-matrix.ts';
import { type Desk, serveDesk, showTicket } from './serve-desk.ts';
import { writeStored } from './stored-values.ts';

interface StormRow {
  readonly provider: ProviderId;
  readonly draft: (url: string) => Parameters<typeof saveDraft>[1];
  /** Path of every look-up. */
  readonly path: string;
  /** A key that is taken no more. */
  readonly wrongKeys: Partial<typeof DEMO_KEYS>;
  /** How much follows: tickets after a refused key, tickets and tabs in a pause of so many seconds, tabs on one conversation. */
  readonly tickets: number;
  readonly inPause: number;
  readonly pauseS: number;
  readonly tabs: number;
  /** Requests of a look-up whose key is refused: SocialBoards’ access token is renewed first. */
  readonly perRefusal: number;
}

const ROWS: readonly StormRow[] = [
  {
    provider: 'maax',
    draft: draftMaax,
    path: '/api/v2/conversations/',
    wrongKeys: { maaxKey: 'another-key' },
    tickets: 100,
    inPause: 10,
    pauseS: 12,
    tabs: 50,
    perRefusal: 1,
  },
  {
    provider: 'socialboards',
    draft: draftSocialBoards,
    path: '/chat/conversations/',
    wrongKeys: { refreshToken: 'another-token' },
    tickets: 100,
    inPause: 10,
    pauseS: 12,
    tabs: 50,
    perRefusal: 2,
  },
];

/** A page that is not quick enough for every ticket in between. */
const HURRY_MS = 800;
const SLOW_MS = 2_500;
/** Views that were told of the same Save have all asked by then. */
const QUIET_MS = 1_000;

describe.each(ROWS)('$provider, which has said no', (row) => {
  const { provider, draft, path, wrongKeys, tickets, perRefusal } = row;
  let stage: Stage;
  let desk: Desk;
  let page: Page;
  let panel: View;
  let options: PageView;
  let popup: PageView;
  let ticket = 0;

  const count = () => stage.emulator.requests.length;
  const ref = () => `${provider}:${desk.idOf(ticket)}`;
  const save = () => saveDraft(options, draft(stage.emulator.url));
  /** The agent goes on to the next ticket. */
  const turnPage = async () => {
    ticket += 1;
    addConversation(stage.emulator, provider, desk.idOf(ticket));
    await page.evaluate(showTicket, ticket);
  };
  /** Answers when the panel is done with it. */
  const goOn = async (state: 'failed' | 'ready') => {
    await turnPage();
    await waitForState(panel, state, ref());
    return readFailure(panel);
  };

  beforeAll(async () => {
    [stage, desk] = await Promise.all([setStage('chromium'), serveDesk()]);
    options = await openExtensionPage(stage.running, 'options.html');
    await save();
    await enableSite(stage, desk.origin);
    popup = await openExtensionPage(stage.running, 'popup.html');
    addConversation(stage.emulator, provider, desk.idOf(0));
    page = await stage.visit(desk.ticketUrl(0, provider));
    panel = await openSidePanel(stage.running, page);
    await waitForState(panel, 'ready', ref());
  });

  /** Until the other views have asked anew what a Save made them ask: one after the other, until the key is known to be right. */
  const awaitQuiet = () =>
    waitUntil('the chat system to be left alone', async () => Date.now() - (stage.emulator.requests.at(-1)?.at ?? 0) > QUIET_MS);

  beforeEach(async () => {
    stage.emulator.rules.clear();
    await awaitQuiet();
    stage.emulator.requests.length = 0;
    await page.bringToFront();
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), desk?.close()]);
  });

  it(`to the key is asked once for ${tickets} tickets, then by hand, and after a new Save by itself`, async () => {
    stage.emulator.state.keys = { ...DEMO_KEYS, ...wrongKeys };
    stage.emulator.state.issued.clear();
    for (let turn = 0; turn < tickets; turn += 1) expect(await goOn('failed')).toMatchObject({ kind: 'key-rejected' });
    expect(count()).toBe(perRefusal);
    expect(await askByHand(popup, NAMES[provider], desk.idOf(1))).toMatchObject({ failure: 'key-rejected' });
    expect(count()).toBe(2 * perRefusal);
    stage.emulator.state.keys = { ...DEMO_KEYS };
    await save();
    await waitForState(panel, 'ready', ref());
    await goOn('ready');
  });

  it('to the key, but slowly, is asked for a couple of tickets that an agent in a hurry leaves before the answer', async () => {
    const late = { status: 401, delayMs: SLOW_MS };
    stage.emulator.rules.add({ match: { path }, respond: late });
    // A fresh Save: nothing is known of the key yet.
    await save();
    for (let turn = 0; turn < 8; turn += 1) {
      await turnPage();
      await new Promise((resolve) => setTimeout(resolve, HURRY_MS));
    }
    await waitForState(panel, 'failed', ref());
    expect(await readFailure(panel)).toMatchObject({ kind: 'key-rejected' });
    const looked = new Set(stage.emulator.requests.filter((one) => one.path.startsWith(path)).map((one) => one.path));
    // Where the token is renewed in between, the first word takes twice as long.
    expect(looked.size).toBeLessThanOrEqual(2 * perRefusal);
    const asked = count();
    await goOn('failed');
    expect(count()).toBe(asked);
    stage.emulator.rules.clear();
    await save();
    await waitForState(panel, 'ready', ref());
  });

  it('for now is left alone until it said, by every tab, and then asked by a click only', async () => {
    stage.emulator.rules.add({ match: { path }, respond: { status: 429, headers: { 'retry-after': `${row.pauseS}` } }, times: 1 });
    const first = await goOn('failed');
    expect(first).toMatchObject({ kind: 'rate-limited', retryAt: expect.any(String) });
    for (let turn = 0; turn < row.inPause; turn += 1) {
      expect(await goOn('failed')).toMatchObject({ kind: 'rate-limited', retryAt: first?.retryAt });
    }
    // Views that open now, for what was looked up last, show the same.
    await openLater('48213');
    const views = await openPopups(row.inPause);
    for (const view of views) {
      await waitForState(view, 'failed', `${provider}:48213`);
      expect(await readFailure(view)).toMatchObject({ kind: 'rate-limited', retryAt: first?.retryAt });
    }
    expect(count()).toBe(1);
    const left = Date.parse(first?.retryAt ?? '') - Date.now();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, left) + 500));
    expect(count()).toBe(1);
    await press(panel, 'Try again');
    await waitForState(panel, 'ready', ref());
    expect(count()).toBe(2);
    for (const view of views) await view.page?.close();
  });

  it('by not answering is left alone after five tickets, says until when, and is asked again by hand or then', async () => {
    stage.emulator.rules.add({ match: { path }, respond: { status: 503 } });
    for (let turn = 0; turn < 5; turn += 1) expect((await goOn('failed'))?.retryAt).toBeUndefined();
    const asked = count();
    expect(asked).toBe(15);
    const paused = await goOn('failed');
    expect(paused).toMatchObject({ kind: 'provider-down', actions: ['Try again'] });
    const left = Date.parse(paused?.retryAt ?? '') - Date.now();
    expect(left).toBeGreaterThan(15_000);
    expect(left).toBeLessThanOrEqual(30_000);
    expect(paused?.text).toMatch(/waits \d+ s before it asks/);
    await goOn('failed');
    expect(count()).toBe(asked);
    stage.emulator.rules.clear();
    expect(await askByHand(popup, NAMES[provider], desk.idOf(1))).toMatchObject({ state: 'ready' });
    await page.bringToFront();
    await goOn('ready');
  });

  it(`nothing yet: ${row.tabs} tabs on one conversation make one request`, async () => {
    await openLater('48214');
    addConversation(stage.emulator, provider, '48214');
    stage.emulator.rules.add({ match: { path: `${path}48214` }, respond: { delayMs: row.tabs * 180 }, times: 1 });
    const views = await openPopups(row.tabs);
    for (const view of views) await waitForState(view, 'ready', `${provider}:48214`);
    expect(stage.emulator.requests.filter((one) => one.path.includes('48214')).length).toBe(1);
  });

  /** What a popup that opens from now on looks up. */
  function openLater(id: string): Promise<void> {
    return writeStored(options, 'session', { popup: { text: id, provider, ref: { provider, id } } });
  }

  /** Tabs with a view that looks up what was looked up last. */
  async function openPopups(many: number): Promise<readonly View[]> {
    const known = new Set(await stage.running.browser.pages());
    await options.evaluate(
      async (amount, url) => {
        type Api = { tabs: { create(tab: object): Promise<unknown> } };
        const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
        await Promise.all(Array.from({ length: amount }, () => tabs.create({ url, active: false })));
      },
      many,
      `${stage.running.extensionUrl}popup.html`,
    );
    const pages = await waitUntil('the tabs', async () => {
      const opened = (await stage.running.browser.pages()).filter((one) => !known.has(one) && one.url().endsWith('popup.html'));
      return opened.length === many && opened;
    });
    return pages.map(viewPage);
  }
});
