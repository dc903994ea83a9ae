import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openExtensionPage, openSidePanel, type PageView } from '../open-pages.ts';
import { readFailure, waitForState } from '../pages/conversation.ts';
import { draftMaax, saveDraft } from '../save-draft.ts';
import { enableSite, type Stage, setStage } from '../stage.ts';
import { press, type View, viewPage, waitUntil } from '../view.ts';
import { askByHand } from './ask-by-hand.ts';
import { addConversation } from './right-answer.ts';
import { NAMES } from './run-matrix.ts';
import { type Desk, serveDesk, showTicket } from './serve-desk.ts';
import { writeStored } from './stored-values.ts';

const RIGHT_KEY = 'demo-maax-key-1234567890';

describe('a chat system that has said no', () => {
  let stage: Stage;
  let desk: Desk;
  let page: Page;
  let panel: View;
  let options: PageView;
  let popup: PageView;
  let ticket = 0;

  const count = () => stage.emulator.requests.length;
  const ref = () => `maax:${desk.idOf(ticket)}`;
  /** The agent goes on to the next ticket; answers when the panel is done with it. */
  const goOn = async (state: 'failed' | 'ready') => {
    ticket += 1;
    addConversation(stage.emulator, 'maax', desk.idOf(ticket));
    await page.evaluate(showTicket, ticket);
    await waitForState(panel, state, ref());
    return readFailure(panel);
  };

  beforeAll(async () => {
    [stage, desk] = await Promise.all([setStage('chromium'), serveDesk()]);
    options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
    await enableSite(stage, desk.origin);
    popup = await openExtensionPage(stage.running, 'popup.html');
    addConversation(stage.emulator, 'maax', desk.idOf(0));
    page = await stage.visit(desk.ticketUrl(0));
    panel = await openSidePanel(stage.running, page);
    await waitForState(panel, 'ready', ref());
  });

  beforeEach(async () => {
    stage.emulator.rules.clear();
    stage.emulator.requests.length = 0;
    await page.bringToFront();
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), desk?.close()]);
  });

  it('to the key is asked once for a hundred tickets, then by hand, and after a new Save by itself', async () => {
    stage.emulator.state.keys = { ...stage.emulator.state.keys, maaxKey: 'another-key' };
    for (let turn = 0; turn < 100; turn += 1) expect(await goOn('failed')).toMatchObject({ kind: 'key-rejected' });
    expect(count()).toBe(1);
    expect(await askByHand(popup, NAMES.maax, desk.idOf(1))).toMatchObject({ failure: 'key-rejected' });
    expect(count()).toBe(2);
    stage.emulator.state.keys = { ...stage.emulator.state.keys, maaxKey: RIGHT_KEY };
    await saveDraft(options, draftMaax(stage.emulator.url));
    await waitForState(panel, 'ready', ref());
    await goOn('ready');
  });

  it('for now is left alone until it said, by every tab, and then asked by a click only', async () => {
    stage.emulator.rules.add({
      match: { path: '/conversations/' },
      respond: { status: 429, headers: { 'retry-after': '6' } },
      times: 1,
    });
    const first = await goOn('failed');
    expect(first).toMatchObject({ kind: 'rate-limited', retryAt: expect.any(String) });
    for (let turn = 0; turn < 10; turn += 1) {
      expect(await goOn('failed')).toMatchObject({ kind: 'rate-limited', retryAt: first?.retryAt });
    }
    // Views that open now, for what was looked up last, show the same.
    await writeStored(options, 'session', { popup: { text: '48213', provider: 'maax', ref: { provider: 'maax', id: '48213' } } });
    const views = await openPopups(10);
    for (const view of views) {
      await waitForState(view, 'failed', 'maax:48213');
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
    stage.emulator.rules.add({ match: { path: '/conversations/' }, respond: { status: 503 } });
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
    expect(await askByHand(popup, NAMES.maax, desk.idOf(1))).toMatchObject({ state: 'ready' });
    await page.bringToFront();
    await goOn('ready');
  });

  it('nothing yet: fifty tabs on one conversation make one request', async () => {
    await writeStored(options, 'session', { popup: { text: '48214', provider: 'maax', ref: { provider: 'maax', id: '48214' } } });
    stage.emulator.rules.add({ match: { path: '/48214/' }, respond: { delayMs: 9_000 }, times: 1 });
    const views = await openPopups(50);
    for (const view of views) await waitForState(view, 'ready', 'maax:48214');
    expect(stage.emulator.requests.filter(({ path }) => path.includes('48214')).length).toBe(1);
  });

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
