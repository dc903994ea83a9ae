import type { CDPSession, Page } from 'puppeteer-core';
import type { RunningChromium } from '../../demo/browsers/launch.ts';
import { openExtensionPage } from '../e2e/open-pages.ts';
import { findMedian, formatSpread, type Table } from './print-table.ts';
import { serveBench } from './serve-bench.ts';
import { awaitRest, startScript, stopScript } from './start-script.ts';

const ROUNDS = 3;
const SECONDS = 10;

/** Runs in the page: 10,000 mutations a second of every kind, for so long. */
function mutate(seconds: number): Promise<number> {
  const place = document.createElement('div');
  document.querySelector('main')?.append(place);
  let count = 0;
  return new Promise((resolve) => {
    const start = performance.now();
    const timer = setInterval(() => {
      const elapsed = performance.now() - start;
      // A late timer makes up for what it missed.
      for (; count < elapsed * 10; count += 1) {
        const kind = count % 3;
        if (kind === 0) place.append(document.createElement('span'));
        else if (kind === 1) place.className = `turn-${count}`;
        else place.lastChild?.remove();
      }
      if (elapsed < seconds * 1000) return;
      clearInterval(timer);
      resolve(count);
    }, 10);
  });
}

/** Seconds of processor time that the page's main thread has spent on tasks. */
async function readTaskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

async function measureRound(page: Page, options: Page, hasExtension: boolean): Promise<number> {
  await page.reload();
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (hasExtension) await startScript(options, page);
  await awaitRest(page);
  const before = await readTaskTime(session);
  await page.evaluate(mutate, SECONDS);
  const share = ((await readTaskTime(session)) - before) / SECONDS;
  await session.detach();
  if (hasExtension) await stopScript(options, page);
  return share * 100;
}

/** What a restless page costs with the content script in it, and without. */
export async function measureMutations(running: RunningChromium): Promise<Table> {
  const { page: options } = await openExtensionPage(running, 'options.html');
  const server = await serveBench(['254626'], () => '', 5_000);
  const page = await running.browser.newPage();
  await page.goto(`${server.url}/tickets/0`);
  const withScript: number[] = [];
  const without: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    withScript.push(await measureRound(page, options, true));
    without.push(await measureRound(page, options, false));
  }
  await Promise.all([page.close(), options.close(), server.close()]);
  const cost = (findMedian(withScript) - findMedian(without)).toFixed(2);
  return {
    title: `10,000 DOM mutations/s on a 5,000-node ticket (% of the main thread over ${SECONDS} s, processor time; median of ${ROUNDS} and range)`,
    head: ['with it', 'without', 'difference', 'budget'],
    rows: [[formatSpread(withScript), formatSpread(without), cost, '≤ 1']],
  };
}
