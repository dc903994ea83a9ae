import type { CDPSession } from 'puppeteer-core';
import type { RunningChromium } from '../../demo/browsers/launch.ts';
import type { Table } from './print-table.ts';
import { awaitWhole, setDesk, tellLog, timeTicket } from './set-desk.ts';

const SWITCHES = 1_000;
const FIRST = 100;
const CONVERSATIONS = 40;
const SHORTEST = 10;
const LONGEST = 500;
const MB = 1024 * 1024;

interface Holding {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

async function readHolding(session: CDPSession): Promise<Holding> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize / MB, nodes, listeners: jsEventListeners };
}

/** What the side panel holds on to after many ticket switches, garbage collected, the same conversation on show. */
export async function measureHeap(running: RunningChromium): Promise<Table> {
  const step = (LONGEST - SHORTEST) / (CONVERSATIONS - 1);
  const conversations = Array.from({ length: CONVERSATIONS }, (_, place) =>
    tellLog(String(600_001 + place), Math.round(SHORTEST + place * step)),
  );
  const desk = await setDesk(running, conversations);
  const session = await desk.panel.page.createCDPSession();
  await desk.page.goto(`${desk.server.url}/tickets/none`);
  const [measured, ...others] = desk.ids;
  const holdings = new Map<number, Holding>();
  for (let turn = 1; turn <= SWITCHES; turn += 1) {
    await timeTicket(desk, others[turn % others.length] as string, 'switch');
    if (turn !== FIRST && turn !== SWITCHES) continue;
    // The same one on show each time; none of the others, as what is on show already is not painted anew.
    await timeTicket(desk, measured as string, 'switch');
    await awaitWhole(desk);
    holdings.set(turn, await readHolding(session));
  }
  await session.detach();
  await desk.close();
  const rows = [...holdings].map(([turn, { heap, nodes, listeners }]) => [
    turn.toLocaleString('en'),
    heap.toFixed(2),
    nodes.toLocaleString('en'),
    listeners.toLocaleString('en'),
  ]);
  const grown = (holdings.get(SWITCHES)?.heap ?? Number.NaN) - (holdings.get(FIRST)?.heap ?? Number.NaN);
  return {
    title: `Side panel after ticket switches (budget: + ≤ 5 MB from ${FIRST} to ${SWITCHES.toLocaleString('en')}; grown by ${grown.toFixed(2)} MB)`,
    head: ['switches', 'heap, MB', 'DOM nodes', 'listeners'],
    rows,
  };
}
