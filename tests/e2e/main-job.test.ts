import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_KEYS } from '../../demo/emulator/state.ts';
import { openExtensionPage, openSidePanel } from './open-pages.ts';
import { readFacts, readFailure, readMain, readMessages, readTabs, waitForState, waitForWholeLog } from './pages/conversation.ts';
import { addHelpdesk, chooseSignIn, fillProvider, saveProvider } from './pages/options.ts';
import { type Stage, setStage } from './stage.ts';
import { press, type View, waitUntil } from './view.ts';

/** From ticket to ticket without a page load, as an agent does. */
async function goTo(page: Page, ticket: number): Promise<void> {
  await page.locator(`a[href="/tickets/${ticket}"]`).click();
}

/** Keys and the helpdesk's address, typed into the options page. */
async function typeEverything({ running, emulator, helpdesk }: Stage): Promise<void> {
  const options = await openExtensionPage(running, 'options.html');
  await fillProvider(options, 'MAAX AI', { 'API key': DEMO_KEYS.maaxKey, 'Base URL': `${emulator.url}/api/v2/` });
  await saveProvider(options, 'MAAX AI');
  await chooseSignIn(options, 'Refresh token');
  await fillProvider(options, 'SocialBoards', {
    'Client ID': DEMO_KEYS.clientId,
    'Refresh token': DEMO_KEYS.refreshToken,
    'Base URL': `${emulator.url}/`,
    'Token URL': `${emulator.url}/token`,
  });
  await saveProvider(options, 'SocialBoards');
  await addHelpdesk(options, helpdesk.url);
  await options.page.close();
}

describe.each(['chromium', 'firefox'] as const)('the main job in %s', (browser) => {
  let stage: Stage;
  let page: Page;
  let panel: View;

  beforeAll(async () => {
    stage = await setStage(browser);
    await typeEverything(stage);
    page = await stage.visit(stage.helpdesk.ticketUrl(1042));
    panel = await openSidePanel(stage.running, page);
  });

  afterAll(() => stage?.close());

  it('shows the history of the ticket that is open, from a labelled field', async () => {
    await waitForState(panel, 'ready', 'socialboards:255762');
    await waitForWholeLog(panel);
    const messages = await readMessages(panel);
    expect(messages.length).toBeGreaterThan(10);
    expect(new Set(messages.map(({ role }) => role))).toEqual(new Set(['customer', 'bot', 'agent']));
    expect(messages.every(({ time }) => time?.endsWith('Z'))).toBe(true);
    expect((await readMain(panel)).tab).toMatch(/^\d+$/);
    expect(await readFacts(panel)).toMatchObject({ total: String(messages.length) });
  });

  it('asks the right chat system at once, when it has learnt which one the site uses', async () => {
    const { requests } = stage.emulator;
    const count = (part: string) => requests.filter(({ path }) => path.includes(part)).length;
    expect(count('/api/v2/conversations/255762/')).toBe(1);
    await waitUntil('the site to be learnt', async () => {
      requests.length = 0;
      await page.reload();
      await waitUntil('SocialBoards to be asked', async () => count('/chat/conversations/255762') === 1);
      await waitForState(panel, 'ready', 'socialboards:255762');
      return count('/api/v2/') === 0;
    });
  });

  it('follows to a ticket whose id stands in a mail that comes late', async () => {
    await goTo(page, 1043);
    await waitForState(panel, 'ready', 'maax:48213');
  });

  it('never shows the old conversation beside a new ticket', async () => {
    await goTo(page, 1042);
    await waitForState(panel, 'ready', 'socialboards:255762');
    // Every state that the panel draws from here on is noted with the ticket that the page shows.
    await panel.evaluate(() => {
      const main = document.querySelector('main') as HTMLElement;
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => seen.push(`${main.dataset.state} ${main.dataset.conversation ?? ''}`)).observe(main, {
        attributes: true,
      });
    });
    await goTo(page, 1043);
    await waitForState(panel, 'ready', 'maax:48213');
    const seen = (await panel.evaluate(() => document.documentElement.dataset.seen ?? '')).trim().split('\n');
    const dropped = seen.findIndex((state) => !state.endsWith('socialboards:255762'));
    expect(dropped).toBeGreaterThanOrEqual(0);
    expect(seen.slice(dropped).filter((state) => state.includes('255762'))).toEqual([]);
  });

  it('offers each conversation of a ticket that holds two', async () => {
    await goTo(page, 1044);
    await waitForState(panel, 'ready', 'socialboards:2555100');
    const tabs = await readTabs(panel);
    expect(tabs.map(({ selected }) => selected)).toEqual([true, false]);
    expect(tabs.map(({ name }) => name)).toEqual([expect.stringContaining('2555100'), expect.stringContaining('48214')]);
  });

  it('says so where a ticket holds no id, however many numbers it holds', async () => {
    await goTo(page, 1045);
    await waitForState(panel, 'idle');
    await waitUntil('the page to be read', () =>
      panel.evaluate(() => !/reading|looking/i.test(document.querySelector('main h1, main h2')?.textContent ?? '')),
    );
    expect((await readMain(panel)).conversation).toBeUndefined();
  });

  it('reads a long conversation whole', async () => {
    await goTo(page, 1046);
    await waitForState(panel, 'ready', 'socialboards:4478963');
    await waitUntil('all 250 messages', async () => (await readMessages(panel)).length === 250);
    await waitForWholeLog(panel);
    const times = (await readMessages(panel)).map(({ time }) => time ?? '');
    expect(times).toEqual([...times].sort());
    expect(await panel.evaluate(() => document.querySelectorAll('[data-gap]').length)).toBe(0);
  });

  it('says which id was not found, and recovers with the next ticket', async () => {
    await goTo(page, 1047);
    // The page does not say which chat system: both were asked.
    await waitUntil('both to be asked', async () => (await readTabs(panel)).length === 0);
    await waitForState(panel, 'failed');
    expect((await readMain(panel)).conversation).toMatch(/:255999$/);
    expect(await readFailure(panel)).toMatchObject({
      kind: 'not-found',
      text: expect.stringContaining('Neither MAAX AI nor SocialBoards'),
      actions: [expect.any(String)],
    });
    await goTo(page, 1042);
    await waitForState(panel, 'ready', 'socialboards:255762');
  });

  it('follows the active tab, and forgets nothing on the way back', async () => {
    const other = await stage.visit(stage.helpdesk.ticketUrl(1043));
    await other.bringToFront();
    await waitForState(panel, 'ready', 'maax:48213');
    await page.bringToFront();
    await waitForState(panel, 'ready', 'socialboards:255762');
    await other.close();
  });

  it('empties when the tab leaves the helpdesk', async () => {
    await page.goto('about:blank');
    await waitForState(panel, 'idle');
    await page.goto(stage.helpdesk.ticketUrl(1042));
    await waitForState(panel, 'ready', 'socialboards:255762');
  });

  it('tells why this id', async () => {
    await press(panel, 'Why this id?');
    const evidence = await waitUntil('the evidence', () =>
      panel.evaluate(() => document.querySelector('[data-part=evidence]')?.textContent ?? undefined),
    );
    expect(evidence).toContain('255762');
    expect(evidence).toContain('Conversation ID');
  });
});
