import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExtensionPage, openSidePanel, type PageView } from '../open-pages.ts';
import { waitForState } from '../pages/conversation.ts';
import { draftMaax, saveDraft } from '../save-draft.ts';
import { enableSite, type Stage, setStage } from '../stage.ts';
import { findTab } from '../tab-states.ts';
import { type View, waitUntil } from '../view.ts';
import { readTab } from './read-effects.ts';
import { giveSign, takeOver } from './take-over.ts';

/** More than this is a page that has somebody's keys work for it. */
const MOST_CALLS = 8;

describe.each(['chromium', 'firefox'] as const)('a page that says 10,000 things, in %s', (browser) => {
  let stage: Stage;
  let options: PageView;
  let hostile: Page;
  let panel: View;

  beforeAll(async () => {
    stage = await setStage(browser, { prepare: takeOver });
    options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
    await enableSite(stage, stage.helpdesk.url);
    hostile = await stage.visit(stage.helpdesk.ticketUrl(1043));
    panel = await openSidePanel(stage.running, hostile);
    await waitForState(panel, 'ready', 'maax:48213');
  });

  afterAll(() => stage?.close());

  it('costs a handful of requests, and holds up nobody else', async () => {
    stage.emulator.requests.length = 0;
    const measuring = options.evaluate(measureAnswers, 10_000);
    const flood = giveSign<boolean>(hostile, 'flood', 'flooded');
    const waits = await measuring;
    await flood;
    // Somebody else was answered while it went on, not only when all of it had been gone through.
    expect(waits.length).toBeGreaterThan(2);
    expect(stage.emulator.requests.length).toBeLessThanOrEqual(MOST_CALLS);
  });

  it('is heard again when it has calmed down', async () => {
    // Quiet for longer than it takes to be heard again.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await hostile.reload();
    await waitForState(panel, 'ready', 'maax:48213');
    const tab = await findTab(options.page, hostile.url());
    await waitUntil('the tab to be read', async () => (await readTab(options, tab)).includes('48213'));
  });
});

/** Runs in the options page: how long the background takes to answer, in ms, again and again for so long. */
async function measureAnswers(forMs: number): Promise<readonly number[]> {
  type Api = { runtime: { sendMessage(message: object): Promise<unknown> } };
  const scope = globalThis as unknown as { browser?: Api; chrome: Api };
  const waits: number[] = [];
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    const start = performance.now();
    await (scope.browser ?? scope.chrome).runtime.sendMessage({ type: 'check-lock', input: { isActive: false } });
    waits.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return waits;
}
