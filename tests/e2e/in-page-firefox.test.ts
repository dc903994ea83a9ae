import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExtensionPage } from './open-pages.ts';
import { readMessages, waitForState } from './pages/conversation.ts';
import { keepSidebarOpen, viewFrame } from './pages/frame.ts';
import { draftMaax, saveDraft } from './save-draft.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { press, type View, waitUntil } from './view.ts';

/** Firefox gives a frame in a web page no session storage: what Chromium's frame reads by itself comes by another way there. */
describe('the in-page sidebar in Firefox', () => {
  let stage: Stage;
  let page: Page;
  let frame: View;

  beforeAll(async () => {
    stage = await setStage('firefox');
    await setUpProviders(stage);
    await enableSite(stage, stage.helpdesk.url);
    // Its launcher stands in a closed shadow root, which Firefox shows to nobody: it was opened on an earlier day.
    const options = await openExtensionPage(stage.running, 'options.html');
    await keepSidebarOpen(options, stage.helpdesk.url);
    page = await stage.visit(stage.helpdesk.ticketUrl(1042));
    frame = await viewFrame(page);
  });

  afterAll(() => stage?.close());

  it('shows the ticket’s conversation', async () => {
    await waitForState(frame, 'ready', 'socialboards:255762');
    expect((await readMessages(frame)).length).toBeGreaterThan(10);
  });

  it('follows to the next ticket, and to one without a conversation', async () => {
    await page.locator('a[href="/tickets/1043"]').click();
    await waitForState(frame, 'ready', 'maax:48213');
    await page.locator('a[href="/tickets/1045"]').click();
    await waitForState(frame, 'idle');
  });

  it('leads to the settings where a key is refused', async () => {
    stage.emulator.state.keys = { ...stage.emulator.state.keys, maaxKey: 'another-key' };
    const options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
    await page.bringToFront();
    await page.locator('a[href="/tickets/1043"]').click();
    await waitForState(frame, 'failed', 'maax:48213');
    const isInFront = () => options.evaluate(isSettingsActive);
    await waitUntil('the ticket in front', async () => !(await isInFront()));
    await press(frame, 'Open settings');
    await waitUntil('the settings', isInFront);
    expect(await frame.evaluate(() => document.querySelector('main')?.textContent)).not.toContain('Try again');
  });
});

/** Runs in the options page: whether such a page is in front, this one or another. */
async function isSettingsActive(): Promise<boolean> {
  type Api = { tabs: { query(filter: object): Promise<readonly { readonly url?: string }[]> } };
  const tabs = await (globalThis as unknown as { browser: Api }).browser.tabs.query({ active: true });
  return tabs.some(({ url }) => url?.endsWith('/options.html'));
}
