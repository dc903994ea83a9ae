import type { Page } from 'puppeteer-core';
import type { RunningChromium } from '../../demo/browsers/launch.ts';
import { openExtensionPage } from '../e2e/open-pages.ts';
import { findMedian, formatSpread, type Table } from './print-table.ts';
import { serveBench } from './serve-bench.ts';
import { awaitRest, startScript, stopScript } from './start-script.ts';
import { type Tasks, traceTasks } from './trace-tasks.ts';

const ROUNDS = 9;
const SIZES = [5_000, 50_000];
const BUDGET = { nodes: 5_000, ms: 15 };

async function measurePage(page: Page, options: Page, hasExtension: boolean): Promise<Tasks> {
  await page.reload();
  await awaitRest(page);
  const tasks = await traceTasks(page, async () => {
    if (hasExtension) await startScript(options, page);
    else await awaitRest(page);
  });
  if (hasExtension) await stopScript(options, page);
  return tasks;
}

async function measureSize(running: RunningChromium, options: Page, nodes: number): Promise<readonly string[]> {
  const server = await serveBench(['254626'], () => '', nodes);
  const page = await running.browser.newPage();
  await page.goto(`${server.url}/tickets/0`);
  const withScript: Tasks[] = [];
  const without: Tasks[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const tasks = [await measurePage(page, options, true), await measurePage(page, options, false)] as const;
    // The first round warms both up.
    if (round < 0) continue;
    withScript.push(tasks[0]);
    without.push(tasks[1]);
  }
  await page.close();
  await server.close();
  const sums = withScript.map(({ sum, launcher }) => sum - launcher);
  return [
    nodes.toLocaleString('en'),
    formatSpread(sums),
    nodes === BUDGET.nodes ? (findMedian(sums) / BUDGET.ms).toFixed(2) : '',
    formatSpread(withScript.map(({ launcher }) => launcher)),
    formatSpread(without.map(({ sum }) => sum)),
    ...[withScript, without].map((list) => formatSpread(list.map(({ longest }) => longest))),
  ];
}

/** What the content script's start and first scan cost the page's main thread. */
export async function measureFirstScan(running: RunningChromium): Promise<Table> {
  const options = await openExtensionPage(running, 'options.html');
  const rows: (readonly string[])[] = [];
  for (const nodes of SIZES) rows.push(await measureSize(running, options.page, nodes));
  await options.page.close();
  return {
    title: `Content script start + first scan (ms of main thread, processor time; median of ${ROUNDS} and range; budget ${BUDGET.ms} ms, no task > 8 ms)`,
    head: ['nodes', 'start + scan', 'share of budget', 'then the launcher', 'page at rest', 'longest task', 'at rest'],
    rows,
  };
}
