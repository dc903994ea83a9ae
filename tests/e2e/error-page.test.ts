import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSidePanel } from './open-pages.ts';
import { readMain, waitForState } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import type { View } from './view.ts';

const TICKET = '<!doctype html><title>Ticket</title><main><h1>Broken zip</h1><p>MAAX AI conversation ID: 48213</p></main>';

describe.each(['chromium', 'firefox'] as const)('a helpdesk that goes down, in %s', (browser) => {
  let stage: Stage;
  let server: Server;
  let origin: string;
  let page: Page;
  let panel: View;

  const serve = (port = 0) =>
    new Promise<number>((resolve) => {
      server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(TICKET));
      server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  const goDown = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });

  beforeAll(async () => {
    stage = await setStage(browser);
    await setUpProviders(stage);
    origin = `http://127.0.0.1:${await serve()}`;
    await enableSite(stage, origin);
    page = await stage.visit(`${origin}/tickets/1`);
    panel = await openSidePanel(stage.running, page);
    await waitForState(panel, 'ready', 'maax:48213');
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), goDown()]);
  });

  it.each([
    ['the next ticket', 2],
    ['the same ticket once more', 1],
  ])('shows nothing of the ticket before where %s does not come', async (_, ticket) => {
    await goDown();
    await page.goto(`${origin}/tickets/${ticket}`).catch(() => undefined);
    await waitForState(panel, 'idle');
    expect(await readMain(panel)).not.toHaveProperty('conversation', 'maax:48213');
    await serve(Number(new URL(origin).port));
    await page.goto(`${origin}/tickets/1`);
    await waitForState(panel, 'ready', 'maax:48213');
  });
});
