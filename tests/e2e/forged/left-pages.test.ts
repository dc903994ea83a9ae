import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addConversation } from '../faults/right-answer.ts';
import { openExtensionPage, openSidePanel, type PageView } from '../open-pages.ts';
import { waitForState } from '../pages/conversation.ts';
import { draftMaax, saveDraft } from '../save-draft.ts';
import { enableSite, type Stage, setStage } from '../stage.ts';
import { findTab } from '../tab-states.ts';
import { type View, waitUntil } from '../view.ts';
import { readTab } from './read-effects.ts';

const FIRST = 810_000;
const idOf = (ticket: number) => String(FIRST + ticket);

/** Tickets that are pages of their own; the first has Chromium prepare the third. `asked`: how often each was. */
async function serveTickets() {
  const prepared: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/ran/')) prepared.push(path);
    const ticket = Number(path.split('/').at(-1));
    const rules = `<script type="speculationrules">{"prerender":[{"urls":["/tickets/3"],"eagerness":"immediate"}]}</script>`;
    const script = `<script>
      addEventListener('pageshow', ({ persisted }) => { if (persisted) document.documentElement.dataset.restored = 'yes'; });
      if (document.prerendering) addEventListener('load', () => setTimeout(() => fetch('/ran/' + ${ticket}), 1000));
    </script>`;
    response.setHeader('content-type', 'text/html; charset=utf-8').end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${ticket}</title>${ticket === 1 ? rules : ''}${script}</head>
      <body><main><h1>Ticket ${ticket}</h1><p>MAAX AI conversation_id: ${FIRST + ticket}</p><a href="/tickets/3">Next</a></main></body></html>`,
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    prepared,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

describe.each(['chromium', 'firefox'] as const)('pages that are not on show, in %s', (browser) => {
  let stage: Stage;
  let site: Awaited<ReturnType<typeof serveTickets>>;
  let options: PageView;
  let page: Page;
  let panel: View;

  beforeAll(async () => {
    [stage, site] = await Promise.all([setStage(browser), serveTickets()]);
    options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
    await enableSite(stage, site.origin);
    for (const ticket of [1, 2, 3]) addConversation(stage.emulator, 'maax', idOf(ticket));
    page = await stage.visit(`${site.origin}/tickets/2`);
    panel = await openSidePanel(stage.running, page);
    await waitForState(panel, 'ready', `maax:${idOf(2)}`);
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), site?.close()]);
  });

  it('and come back from the browser’s memory: their own conversation comes back with them', async () => {
    // A page that something is still coming into is not kept.
    await waitUntil('the launcher', () => page.evaluate(() => document.querySelector('backscroll-sidebar') !== null));
    await page.goto(`${site.origin}/tickets/4`);
    await waitForState(panel, 'failed', `maax:${idOf(4)}`);
    await page.evaluate(() => history.back());
    await waitForState(panel, 'ready', `maax:${idOf(2)}`);
    // Not loaded anew: the very page of before.
    expect(await page.evaluate(() => document.documentElement.dataset.restored)).toBe('yes');
  });

  // Firefox prepares no pages.
  (browser === 'chromium' ? it : () => undefined)(
    'as they are only being prepared: they say nothing until the agent is there',
    async () => {
      await page.goto(`${site.origin}/tickets/1`);
      await waitForState(panel, 'ready', `maax:${idOf(1)}`);
      await waitUntil('the next page to have been prepared', async () => site.prepared.includes('/ran/3'));
      const tab = await findTab(options.page, `${site.origin}/tickets/1`);
      expect(await readTab(options, tab)).not.toContain(idOf(3));
      expect(stage.emulator.requests.filter(({ path }) => path.includes(idOf(3)))).toEqual([]);
      await page.evaluate(() => document.querySelector('a')?.click());
      await waitForState(panel, 'ready', `maax:${idOf(3)}`);
    },
  );
});
