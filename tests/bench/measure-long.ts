import type { Page } from 'puppeteer-core';
import type { RunningChromium } from '../../demo/browsers/launch.ts';
import { waitUntil } from '../e2e/view.ts';
import { findMedian, formatSpread, type Table } from './print-table.ts';
import { awaitWhole, type Desk, setDesk, tellLog, timeTicket } from './set-desk.ts';
import { type Tasks, traceTasks } from './trace-tasks.ts';

const LONG = 10_000;
const SHORT = 100;
const ROUNDS = 7;
const MOST_OPENED = 2 * ROUNDS + 1;
const longIds = Array.from({ length: ROUNDS }, (_, place) => String(800_001 + place));
const shortIds = Array.from({ length: MOST_OPENED }, (_, place) => String(900_001 + place));

async function leave(desk: Desk): Promise<void> {
  await desk.page.bringToFront();
  await desk.page.goto(`${desk.server.url}/tickets/none`);
  await waitUntil('the empty ticket', () => desk.panel.evaluate(() => document.querySelector('main')?.dataset.state === 'idle'));
}

async function timeSwitch(desk: Desk, id: string): Promise<number> {
  await leave(desk);
  const time = await timeTicket(desk, id, 'switch');
  await awaitWhole(desk);
  return time;
}

async function timePairs(desk: Desk, pick: (round: number) => readonly [string, string]): Promise<readonly string[]> {
  const long: number[] = [];
  const short: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [longId, shortId] = pick(round);
    short.push(await timeSwitch(desk, shortId));
    long.push(await timeSwitch(desk, longId));
  }
  return [formatSpread(long), formatSpread(short), (findMedian(long) / findMedian(short)).toFixed(2)];
}

/** Runs in a page without the product: the same elements with the same text, all at once, as plain DOM. Resolves when painted. */
function drawPlainly(lines: readonly (readonly [string, string, string])[]): Promise<void> {
  const log = document.createElement('div');
  for (const [author, time, text] of lines) {
    const article = document.createElement('article');
    const head = document.createElement('div');
    const name = document.createElement('span');
    const moment = document.createElement('time');
    const body = document.createElement('div');
    name.textContent = author;
    moment.textContent = time;
    body.textContent = text;
    head.append(name, moment);
    article.append(head, body);
    log.append(article);
  }
  document.body.replaceChildren(log);
  log.scrollIntoView(false);
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

function readLines({ panel }: Desk): Promise<readonly (readonly [string, string, string])[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll('article[data-message-id]')].map((article) => {
      const read = (selector: string) => article.querySelector(selector)?.textContent ?? '';
      return [read('[data-part=author]'), read('time'), read('[data-part=text]')] as const;
    }),
  );
}

async function traceWhole(desk: Desk, id: string): Promise<Tasks> {
  await leave(desk);
  return traceTasks(desk.panel.page, async () => {
    await timeTicket(desk, id, 'switch');
    await awaitWhole(desk);
  });
}

async function tracePlain(page: Page, lines: readonly (readonly [string, string, string])[]): Promise<Tasks> {
  await page.bringToFront();
  await page.reload();
  return traceTasks(page, async () => void (await page.evaluate(drawPlainly, lines)));
}

/** Longest conversations against ordinary ones, and against plain DOM with the same text. */
export async function measureLong(running: RunningChromium): Promise<readonly Table[]> {
  const desk = await setDesk(running, [...longIds.map((id) => tellLog(id, LONG)), ...shortIds.map((id) => tellLog(id, SHORT))]);
  // The first two warm everything up.
  for (const id of [shortIds[MOST_OPENED - 1], longIds[ROUNDS - 1]]) await timeSwitch(desk, id as string);
  const fresh = await timePairs(desk, (round) => [longIds[round] as string, shortIds[round] as string]);
  const kept = [longIds[ROUNDS - 1] as string, shortIds[ROUNDS - 1] as string] as const;
  const cached = await timePairs(desk, () => kept);
  await timeSwitch(desk, kept[0]);
  const lines = await readLines(desk);
  const bare = await running.browser.newPage();
  await bare.goto(`${desk.server.url}/tickets/none`);
  const whole: Tasks[] = [];
  const plain: Tasks[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    plain.push(await tracePlain(bare, lines));
    whole.push(await traceWhole(desk, kept[0]));
  }
  await bare.close();
  await desk.close();
  const sums = [whole, plain].map((list) => list.map(({ sum }) => sum)) as [number[], number[]];
  const longest = [whole, plain].map((list) => formatSpread(list.map((tasks) => tasks.longest)));
  return [
    {
      title: `Opening ${LONG.toLocaleString('en')} messages against ${SHORT}: ticket switch → first painted message (ms, median of ${ROUNDS} and range)`,
      head: ['from', LONG.toLocaleString('en'), `${SHORT}`, 'ratio', 'budget'],
      rows: [
        ['the provider', ...fresh, '≤ 1.5'],
        ['the cache', ...cached, '≤ 1.5'],
      ],
    },
    {
      title: `All ${LONG.toLocaleString('en')} messages in, against plain DOM with the same text (ms of main thread, processor time; median of ${ROUNDS} and range)`,
      head: ['side panel', 'plain DOM', 'ratio', 'budget', 'longest task', 'longest task, plain', 'budget'],
      rows: [
        [
          formatSpread(sums[0]),
          formatSpread(sums[1]),
          (findMedian(sums[0]) / findMedian(sums[1])).toFixed(2),
          '≤ 1',
          ...longest,
          '≤ 50 ms',
        ],
      ],
    },
  ];
}
