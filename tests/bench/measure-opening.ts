import type { Page } from 'puppeteer-core';
import type { RunningChromium } from '../../demo/browsers/launch.ts';
import { startEmulator } from '../../demo/emulator/server.ts';
import { openExtensionPage, openSidePanel } from '../e2e/open-pages.ts';
import { addHelpdesk, chooseSignIn, fillProvider, saveProvider } from '../e2e/pages/options.ts';
import { type View, waitUntil } from '../e2e/view.ts';
import { findMedian, formatSpread, type Table } from './print-table.ts';
import { serveBench } from './serve-bench.ts';

const ROUNDS = 30;
const IDS = ['254626', '255762', '2555100'];

async function readAnswer(provider: string, id: string): Promise<string> {
  const headers = { Authorization: 'Bearer demo-access-token-1234567890' };
  return (await fetch(`${provider}/chat/conversations/${id}?includeMessages=true`, { headers })).text();
}

/** Notes in the panel's own document when each conversation's first message has been painted, ms since the epoch. */
function notePaints(): void {
  const { dataset } = document.documentElement;
  let last: string | undefined;
  const look = () => {
    const { conversation, state } = document.querySelector('main')?.dataset ?? {};
    if (state !== 'ready' || document.querySelector('article[data-message-id]') === null) {
      last = undefined;
      return;
    }
    if (conversation === last) return;
    last = conversation;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        dataset.painted = `${conversation} ${performance.timeOrigin + performance.now()}`;
      };
      channel.port2.postMessage(null);
    });
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/** From navigation to the first painted message in the side panel, ms. */
async function timeProduct(desk: Page, panel: View, url: string, id: string): Promise<number> {
  await panel.evaluate(() => {
    delete document.documentElement.dataset.painted;
  });
  await desk.goto(url);
  const began = await desk.evaluate(() => performance.timeOrigin);
  const painted = await waitUntil('the painted message', () => panel.evaluate(() => document.documentElement.dataset.painted));
  const [conversation, at] = painted.split(' ');
  if (conversation !== `socialboards:${id}`) throw new Error(`The panel painted ${conversation}, not ${id}.`);
  return Number(at) - began;
}

async function timeBare(desk: Page, url: string): Promise<number> {
  await desk.goto(url);
  return Number(await waitUntil('the bare page', () => desk.evaluate(() => document.documentElement.dataset.painted)));
}

/** Ticket navigation → first painted message, against a bare page that fetches, parses and writes text; turn by turn in one browser. */
export async function measureOpening(running: RunningChromium): Promise<Table> {
  const emulator = await startEmulator();
  const answers = new Map(await Promise.all(IDS.map(async (id) => [id, await readAnswer(emulator.url, id)] as const)));
  const server = await serveBench(IDS, (id) => answers.get(id) ?? '');
  const options = await openExtensionPage(running, 'options.html');
  await chooseSignIn(options, 'Access token');
  await fillProvider(options, 'SocialBoards', { 'Access token': 'demo-access-token-1234567890', 'Base URL': emulator.url });
  await saveProvider(options, 'SocialBoards');
  await addHelpdesk(options, server.url);
  await options.page.close();
  const desk = await running.browser.newPage();
  await desk.goto(`${server.url}/bare/0`);
  const panel = await openSidePanel(running, desk);
  await panel.evaluate(notePaints);
  const product: number[] = [];
  const bare: number[] = [];
  for (let round = -3; round < ROUNDS; round++) {
    const place = Math.abs(round) % IDS.length;
    const id = IDS[place] as string;
    const times = [
      await timeProduct(desk, panel, `${server.url}/tickets/${place}`, id),
      await timeBare(desk, `${server.url}/bare/${place}`),
    ] as const;
    // The first rounds warm both up.
    if (round >= 0) {
      product.push(times[0]);
      bare.push(times[1]);
    }
  }
  await Promise.all([emulator.close(), server.close()]);
  const ratio = (findMedian(product) / findMedian(bare)).toFixed(2);
  return {
    title: `Ticket navigation → first painted message (ms, median of ${ROUNDS} and range; provider answering at once)`,
    head: ['side panel', 'bare page', 'ratio', 'budget'],
    rows: [[formatSpread(product), formatSpread(bare), ratio, '≤ 1.5']],
  };
}
