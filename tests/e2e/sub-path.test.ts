import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExtensionPage, openSidePanel, type PageView } from './open-pages.ts';
import { waitForState } from './pages/conversation.ts';
import { addHelpdesk } from './pages/options.ts';
import { type Stage, setStage, setUpProviders } from './stage.ts';
import { type View, waitUntil } from './view.ts';

const TICKET = '<!doctype html><title>Ticket</title><main><h1>Broken zip</h1><p>MAAX AI conversation ID: 48213</p></main>';

/** A helpdesk in a folder of an intranet. */
describe.each(['chromium', 'firefox'] as const)('a helpdesk that is a part of its origin, in %s', (browser) => {
  let stage: Stage;
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(TICKET));
  let origin: string;
  let page: Page;
  let panel: View;
  let options: PageView;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    stage = await setStage(browser);
    await setUpProviders(stage);
    page = await stage.visit(`${origin}/wiki/1`);
    panel = await openSidePanel(stage.running, page);
    options = await openExtensionPage(stage.running, 'options.html');
    await addHelpdesk(options, `${origin}/rt/`);
    await page.bringToFront();
  });

  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await stage?.close();
  });

  const hasLauncher = () => page.evaluate(() => document.querySelector('backscroll-sidebar') !== null);
  const expectNothing = async () => {
    await waitForState(panel, 'idle');
    await waitUntil('the offer to enable it', () =>
      panel.evaluate(() => document.body.textContent.includes('Enable on this site')),
    );
    expect(await hasLauncher()).toBe(false);
  };

  it('is read there', async () => {
    await page.goto(`${origin}/rt/Ticket/1`);
    await waitForState(panel, 'ready', 'maax:48213');
    await waitUntil('the launcher', hasLauncher);
  });

  it('and nowhere else on the origin', async () => {
    await page.goto(`${origin}/wiki/1`);
    await expectNothing();
  });

  it('nor after a move without a load, until it leads back', async () => {
    const move = (path: string) => page.evaluate((to) => history.pushState({}, '', to), path);
    await move('/rt/Ticket/2');
    await waitForState(panel, 'ready', 'maax:48213');
    await move('/wiki/2');
    await expectNothing();
  });

  it('says in the settings what the browser’s permission covers', async () => {
    const said = await options.evaluate(() => document.querySelector('section:has(.helpdesk-add)')?.textContent);
    expect(said).toContain(`${origin}/rt/`);
    expect(said).toContain('The browser’s permission covers all of');
  });
});
