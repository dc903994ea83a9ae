import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningChromium } from '../../demo/browsers/launch.ts';
import { MAAX_ANSWERS } from '../../demo/emulator/conversations.ts';
import { openExtensionPage, openPopup, openSidePanel, type PageView } from './open-pages.ts';
import { readTabs, waitForState } from './pages/conversation.ts';
import { lookUp } from './pages/popup.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { locate, press, waitUntil } from './view.ts';

/** Both chat systems know this id, and mean another customer by it. */
const SHARED = '255762';
const IDS: Readonly<Record<string, string>> = {
  '/tickets/1': SHARED,
  '/tickets/2': '2555100',
  '/tickets/3': '48213',
  '/tickets/4': SHARED,
};

/** A desk whose tickets do not say which chat system their ids are from. */
function serveDesk(): Promise<Server> {
  const server = createServer(({ url = '' }, response) => {
    const id = IDS[url] ?? '';
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html><title>Ticket</title><main><h1>Broken zip</h1><p>Conversation ID: ${id}</p></main>`);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('an id that both chat systems know', () => {
  let stage: Stage;
  let desk: Server;
  let page: Page;
  let panel: PageView;
  let options: PageView;
  let origin: string;

  beforeAll(async () => {
    [stage, desk] = await Promise.all([setStage('chromium'), serveDesk()]);
    stage.emulator.state.maax.set(SHARED, { ...(MAAX_ANSWERS['48213'] as object), conversation_id: Number(SHARED) });
    await setUpProviders(stage);
    origin = `http://127.0.0.1:${(desk.address() as AddressInfo).port}`;
    await enableSite(stage, origin);
    page = await stage.visit(`${origin}/tickets/1`);
    panel = (await openSidePanel(stage.running, page)) as PageView;
  });

  afterAll(async () => {
    await stage?.close();
    desk?.closeAllConnections();
    desk?.close();
  });

  const choose = (name: string) => locate(panel.page, { role: 'tab', name }).click();
  const listTabs = async () => (await readTabs(panel)).map(({ name }) => name);
  const BOTH = [expect.stringContaining(`MAAX AI ${SHARED}`), expect.stringContaining(`SocialBoards ${SHARED}`)];

  it('is offered as both, and shown as what the agent chooses', async () => {
    await waitForState(panel, 'ready', `maax:${SHARED}`);
    expect(await listTabs()).toEqual(BOTH);
    await choose(`SocialBoards ${SHARED}`);
    await waitForState(panel, 'ready', `socialboards:${SHARED}`);
    // The choice is kept, and its tabs stay where they are while the ticket is open.
    options = await openExtensionPage(stage.running, 'options.html');
    await waitUntil('the settings to say so', () =>
      options.evaluate(() => /looked up in SocialBoards: you chose it there/.test(document.body.textContent)),
    );
    await page.bringToFront();
    await waitForState(panel, 'ready', `socialboards:${SHARED}`);
    expect(await listTabs()).toEqual(BOTH);
  });

  it('is looked up there at once from then on, and nowhere else', async () => {
    stage.emulator.requests.length = 0;
    await page.goto(`${origin}/tickets/2`);
    await waitForState(panel, 'ready', 'socialboards:2555100');
    await page.goto(`${origin}/tickets/4`);
    await waitForState(panel, 'ready', `socialboards:${SHARED}`);
    expect(await listTabs()).toEqual([]);
    expect(stage.emulator.requests.filter(({ path }) => path.includes('/api/v2/'))).toEqual([]);
  });

  it('still leads elsewhere where the chosen one does not know it, and the choice stands', async () => {
    await page.goto(`${origin}/tickets/3`);
    await waitForState(panel, 'ready', 'maax:48213');
    await page.goto(`${origin}/tickets/4`);
    await waitForState(panel, 'ready', `socialboards:${SHARED}`);
  });

  it('is offered as both again once the choice is taken back in the settings', async () => {
    await options.page.bringToFront();
    await press(options, 'Ask both again', 'Helpdesks');
    await page.bringToFront();
    await waitUntil('both tabs', async () => (await listTabs()).length === 2);
    await waitUntil('the settings to say no more', () =>
      options.evaluate(() => !document.body.textContent.includes('looked up in')),
    );
  });

  it('is looked up where the agent looked it up by hand, in the popup', async () => {
    const popup = await openPopup(stage.running as RunningChromium, page);
    await lookUp(popup, { text: SHARED, provider: 'SocialBoards' });
    await waitForState(popup, 'ready', `socialboards:${SHARED}`);
    await waitUntil('the settings to say so', () =>
      options.evaluate(() => /looked up in SocialBoards: you chose it there/.test(document.body.textContent)),
    );
  });
});
