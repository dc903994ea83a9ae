import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningBrowser } from '../../demo/browsers/launch.ts';
import { listTaken } from '../corpus/list-taken.ts';
import { type CorpusCase, readCorpus } from '../corpus/read-case.ts';
import { type CorpusSite, PAGE_HEADER, serveCorpus } from './corpus-site.ts';
import { launchBuild } from './launch-build.ts';
import { openExtensionPage } from './open-pages.ts';
import { watchProblems } from './problems.ts';
import { awaitSettled, enableSites, findTab } from './tab-states.ts';

/** Enough to fill the waits for quiet pages; more only wait for each other. */
const TABS = 6;
/** Granted, never enabled: tabs are told apart on it. */
const HALL = 'hall.backscroll.test';

const cases = readCorpus();

interface Outcome {
  readonly page: string;
  readonly ids: readonly string[];
  readonly ticket?: string | null;
}

describe('every page of the corpus, in the browser, at its real address', () => {
  let site: CorpusSite;
  let running: RunningBrowser;
  let options: Page;
  let readProblems: () => Promise<readonly string[]>;

  beforeAll(async () => {
    site = await serveCorpus(cases, [HALL]);
    running = await launchBuild('chromium', { hosts: site.hosts, args: site.args });
    readProblems = await watchProblems(running);
    ({ page: options } = await openExtensionPage(running, 'options.html'));
    await enableSites(options, site.origins);
  });

  afterAll(async () => {
    const problems = await readProblems?.();
    await Promise.all([running?.close(), site?.close()]);
    expect(problems).toEqual([]);
  });

  /** A window of its own: a tab behind another one is not looked at. */
  async function openTab(name: number): Promise<{ readonly page: Page; readonly tab: number }> {
    const page = await running.browser.newPage({ type: 'window' });
    const url = `https://${HALL}/${name}`;
    await page.goto(url);
    return { page, tab: await findTab(options, url) };
  }

  async function readCases(name: number, queue: CorpusCase[], outcomes: Outcome[]): Promise<void> {
    const { page, tab } = await openTab(name);
    let before = '';
    for (let one = queue.shift(); one; one = queue.shift()) {
      await page.setExtraHTTPHeaders({ [PAGE_HEADER]: one.name });
      // Two addresses that differ in their hash only would be one document.
      await page.goto('about:blank');
      await page.goto(one.url);
      const { state, document } = await awaitSettled(options, tab, before);
      before = document;
      const ticket = one.ticket === undefined ? {} : { ticket: state.ticket ?? null };
      outcomes.push({ page: one.name, ids: listTaken(state.candidates), ...ticket });
    }
    await page.close();
  }

  it('gives what its labels say', { timeout: 300_000 }, async () => {
    const outcomes: Outcome[] = [];
    const queue = [...cases];
    await Promise.all(Array.from({ length: TABS }, (_, index) => readCases(index, queue, outcomes)));
    const found = new Map(outcomes.map((outcome) => [outcome.page, outcome]));
    const labels = cases.map(({ name, ids, ticket }) => ({ page: name, ids, ...(ticket === undefined ? {} : { ticket }) }));
    const wrong = labels.filter((label) => JSON.stringify(label) !== JSON.stringify(found.get(label.page)));
    expect(wrong.map((label) => found.get(label.page))).toEqual(wrong);
    expect(outcomes.length).toBe(cases.length);
  });
});
