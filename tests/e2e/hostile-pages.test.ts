import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningBrowser } from '../../demo/browsers/launch.ts';
import { listTaken } from '../corpus/list-taken.ts';
import { HOSTILE_PAGES, type HostileSite, serveHostilePages } from './hostile-site.ts';
import { launchBuild } from './launch-build.ts';
import { openExtensionPage } from './open-pages.ts';
import { watchProblems } from './problems.ts';
import { awaitSettled, enableSites, findTab, readRecords, recordTab } from './tab-states.ts';
import { waitUntil } from './view.ts';

/** So many beats after the page was read, it is plainly alive. */
const BEATS = 25;

function countBeats(): number {
  return (globalThis as unknown as { beats?: number }).beats ?? 0;
}

describe('a page at its worst', () => {
  let site: HostileSite;
  let running: RunningBrowser;
  let options: Page;
  let page: Page;
  let tab: number;
  /** The document that was looked at last. */
  let last = '';
  let readProblems: () => Promise<readonly string[]>;

  beforeAll(async () => {
    site = await serveHostilePages();
    running = await launchBuild('chromium');
    readProblems = await watchProblems(running);
    ({ page: options } = await openExtensionPage(running, 'options.html'));
    await enableSites(options, [site.origin]);
    page = await running.browser.newPage({ type: 'window' });
    await page.goto(`${site.origin}/?hall`);
    tab = await findTab(options, `${site.origin}/?hall`);
  });

  afterAll(async () => {
    const problems = await readProblems?.();
    await Promise.all([running?.close(), site?.close()]);
    expect(problems).toEqual([]);
  });

  it.each(HOSTILE_PAGES.map((one) => [one.name, one] as const))('%s: no hang, no wrong id', async (name, { ids, isEndless }) => {
    await page.goto('about:blank');
    await recordTab(options, tab);
    await page.goto(`${site.origin}/tickets/77?${name}`, { waitUntil: isEndless ? [] : 'load' });
    // Of a text that never ends, nothing is read: its last number may be half there.
    const { state, document } = await awaitSettled(options, tab, {
      ...{ before: last, ids: isEndless ? [] : ids },
      // The end of such a document is waited for, for a while.
      ...(isEndless ? { timeoutMs: 20_000 } : {}),
    });
    last = document;
    expect(state.ticket).toBe('tickets/77');
    const before = await page.evaluate(countBeats);
    await waitUntil('the page to go on beating', async () => (await page.evaluate(countBeats)) >= before + BEATS);
    const records = await readRecords(options, tab);
    const taken = new Set(records.flatMap(({ candidates }) => listTaken(candidates)));
    expect([...taken].filter((id) => !ids.includes(id))).toEqual([]);
    if (!isEndless) expect([...taken]).toEqual(ids);
  });
});
