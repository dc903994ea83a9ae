import type { Page } from 'puppeteer-core';
import type { CorpusCase } from '../corpus/read-case.ts';
import { PAGE_HEADER, serveCorpus } from './corpus-site.ts';
import { launchBuild } from './launch-build.ts';
import { openExtensionPage } from './open-pages.ts';
import { watchProblems } from './problems.ts';
import { awaitSettled, enableSites, findTab, type SeenTab } from './tab-states.ts';

/** Granted, never enabled: tabs are told apart on it. */
const HALL = 'hall.backscroll.test';
/** Enough to fill the waits for quiet pages; more only wait for each other. */
const TABS = 6;
/** Pages of one site that a tab goes through in a row: for another site the browser starts a process. */
const STRETCH = 15;

const withoutHash = (url: string): string => url.replace(/#.*/s, '');

/** A tab in a window of its own: one behind another is not looked at. */
export interface CorpusTab {
  readonly page: Page;
  readonly tab: number;
  /** Loads a page; what the tab holds once it has settled. */
  readonly open: (one: CorpusCase) => Promise<SeenTab>;
}

export interface CorpusStage {
  /** A page of the extension, to read and send from. */
  readonly options: Page;
  /** Goes through `list` with a handful of tabs at once. */
  readonly each: <T>(
    list: readonly T[],
    urlOf: (one: T) => string,
    run: (one: T, tab: CorpusTab) => Promise<void>,
  ) => Promise<void>;
  readonly readProblems: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

function cutStretches<T>(list: readonly T[], urlOf: (one: T) => string): T[][] {
  const sorted = list.toSorted((a, b) => new URL(urlOf(a)).host.localeCompare(new URL(urlOf(b)).host));
  return Array.from({ length: Math.ceil(sorted.length / STRETCH) }, (_, at) => sorted.slice(at * STRETCH, (at + 1) * STRETCH));
}

/** The production build in a browser to which every page's site is real, granted and enabled. */
export async function setCorpusStage(cases: readonly CorpusCase[]): Promise<CorpusStage> {
  const site = await serveCorpus(cases, [HALL]);
  const running = await launchBuild('chromium', { hosts: site.hosts, args: site.args });
  const readProblems = await watchProblems(running);
  const { page: options } = await openExtensionPage(running, 'options.html');
  await enableSites(options, site.origins);

  async function openTab(name: number): Promise<CorpusTab> {
    const page = await running.browser.newPage({ type: 'window' });
    const url = `https://${HALL}/${name}`;
    await page.goto(url);
    const tab = await findTab(options, url);
    let before = '';
    const open = async (one: CorpusCase): Promise<SeenTab> => {
      await page.setExtraHTTPHeaders({ [PAGE_HEADER]: one.name });
      // Two addresses that differ in their hash only would be one document.
      if (withoutHash(page.url()) === withoutHash(one.url)) await page.goto('about:blank');
      await page.goto(one.url);
      const seen = await awaitSettled(options, tab, { before, ids: one.ids });
      before = seen.document;
      return seen;
    };
    return { page, tab, open };
  }

  return {
    options,
    each: async (list, urlOf, run) => {
      const queue = cutStretches(list, urlOf);
      const work = async (name: number): Promise<void> => {
        const tab = await openTab(name);
        for (let stretch = queue.shift(); stretch !== undefined; stretch = queue.shift()) {
          for (const one of stretch) await run(one, tab);
        }
        await tab.page.close();
      };
      await Promise.all(Array.from({ length: TABS }, (_, name) => work(name)));
    },
    readProblems,
    close: async () => {
      await Promise.all([running.close(), site.close()]);
    },
  };
}
