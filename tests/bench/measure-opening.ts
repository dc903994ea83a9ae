import type { Page } from 'puppeteer-core';
import type { RunningChromium } from '../../demo/browsers/launch.ts';
import { waitUntil } from '../e2e/view.ts';
import { findMedian, formatSpread, type Table } from './print-table.ts';
import { awaitWhole, type Desk, setDesk, tellLog, timeTicket, type Way } from './set-desk.ts';

const ROUNDS = 20;
/** Rounds that warm everything up. */
const WARMING = 3;
const CACHED_BUDGET_MS = 50;
/** No conversation is asked for twice but the last, which the cached rows open. */
const IDS = Array.from({ length: 2 * (WARMING + ROUNDS) }, (_, place) => String(700_001 + place));

async function timeBare(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return Number(await waitUntil('the bare page', () => page.evaluate(() => document.documentElement.dataset.painted)));
}

interface Times {
  readonly product: readonly number[];
  readonly bare: readonly number[];
}

/** Turn by turn, so that both have the same machine. */
async function timeRounds(desk: Desk, way: Way, pickId: (round: number) => string): Promise<Times> {
  const product: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < WARMING + ROUNDS; round += 1) {
    const id = pickId(round);
    bare.push(await timeBare(desk.page, `${desk.server.url}/bare/${desk.ids.indexOf(id)}`));
    // A ticket without a conversation: what is opened next is opened from the idle view.
    await desk.page.goto(`${desk.server.url}/tickets/none`);
    await waitUntil('the empty ticket', () => desk.panel.evaluate(() => document.querySelector('main')?.dataset.state === 'idle'));
    product.push(await timeTicket(desk, id, way));
    await awaitWhole(desk);
  }
  return { product: product.slice(WARMING), bare: bare.slice(WARMING) };
}

/**
 * From leaving a ticket to the first painted message of the next one, against a bare page that is navigated to, fetches, parses and
 * writes text.
 */
export async function measureOpening(running: RunningChromium): Promise<Table> {
  const desk = await setDesk(
    running,
    IDS.map((id) => tellLog(id, 40)),
  );
  const places = WARMING + ROUNDS;
  const fresh = await timeRounds(desk, 'navigate', (round) => IDS[round] as string);
  const switched = await timeRounds(desk, 'switch', (round) => IDS[places + round] as string);
  // The last ones are kept still.
  const kept = (round: number) => IDS[IDS.length - 1 - (round % 3)] as string;
  const cached = await timeRounds(desk, 'navigate', kept);
  const cachedSwitched = await timeRounds(desk, 'switch', kept);
  await desk.close();
  const draw = (name: string, { product, bare }: Times, budget: string) => {
    const ratio = (findMedian(product) / findMedian(bare)).toFixed(2);
    return [name, formatSpread(product), formatSpread(bare), ratio, budget];
  };
  return {
    title: `Ticket → first painted message in the side panel (ms, median of ${ROUNDS} and range; provider answering at once)`,
    head: ['ticket', 'side panel', 'bare page', 'ratio', 'budget'],
    rows: [
      draw('navigation', fresh, '≤ 1.5 × bare'),
      draw('switch inside the page', switched, '≤ 1.5 × bare'),
      draw('navigation, from cache', cached, ''),
      draw('switch, from cache', cachedSwitched, `≤ ${CACHED_BUDGET_MS} ms`),
    ],
  };
}
