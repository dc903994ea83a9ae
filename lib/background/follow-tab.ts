import { PROVIDER_IDS } from '../domain/ref.ts';
import { EMPTY_TAB, type FrameReport, type TabState } from '../domain/tab-state.ts';
import { showCount } from '../platform/badge.ts';
import { readValue, removeValue, type StoredValues, writeValues } from '../platform/stored-value.ts';
import { dropCopies } from './copies.ts';
import { addReport, findTop, listShown, mergeReports } from './merge-reports.ts';
import { listConfigured } from './provider-directory.ts';
import { createQueue } from './queue.ts';
import { readSites } from './read-sites.ts';
import { resolveRefs } from './resolve-refs.ts';

/** One write at a time: two frames of a tab often report in the same moment. */
const inTurn = createQueue();

/**
 * Both at once: what a tab holds is never read beside the reports of another page. Where the storage is full, the copies of
 * conversations give way; rejects where that is not enough, and then nothing is said of the tab: what it held was another page's.
 */
async function write(tab: number, reports: readonly FrameReport[], state: TabState): Promise<void> {
  const values: Partial<StoredValues['session']> = {};
  values[`reports:${tab}`] = reports;
  values[`tab:${tab}`] = state;
  try {
    await writeValues('session', values);
  } catch {
    await clear(tab);
    await Promise.all(PROVIDER_IDS.map(dropCopies));
    await writeValues('session', values);
  }
}

async function clear(tab: number): Promise<void> {
  await Promise.all([removeValue('session', `reports:${tab}`), removeValue('session', `tab:${tab}`)]);
}

/** What a tab's reports are read against. */
async function readSetUp() {
  const [sites, configured] = await Promise.all([readSites(), listConfigured()]);
  return { sites, configured };
}

async function publish(tab: number, reports: readonly FrameReport[], setUp = readSetUp()): Promise<void> {
  const merged = mergeReports(listShown(reports));
  const { sites, configured } = await setUp;
  const site = sites.find(({ origin }) => origin === findTop(reports)?.site);
  const knowledge = { configured, preferred: site?.chosenProvider ?? site?.provider };
  const state: TabState = { ...merged, ...resolveRefs(merged.candidates, knowledge) };
  await Promise.all([write(tab, reports, state), showCount(tab, new Set(state.refs.map(({ id }) => id)).size)]);
}

/** Reports of one tab that wait for the same turn. Lost with the worker, with all that waits. */
interface Batch {
  readonly reports: FrameReport[];
  readonly done: Promise<void>;
}

const waiting = new Map<number, Batch>();

/** What is done to a tab beside its reports comes between those before it and those after it. */
function inOwnTurn(task: () => Promise<void>): Promise<void> {
  waiting.clear();
  return inTurn(task);
}

/**
 * Takes in what a frame of a tab shows now, and tells the views. What comes while others wait is taken in with them: nobody is told
 * of, or looks up, what has been replaced already.
 */
export function followTab(tab: number, report: FrameReport): Promise<void> {
  const batch = waiting.get(tab);
  if (batch) {
    batch.reports.push(report);
    return batch.done;
  }
  const reports = [report];
  const done = inTurn(async () => {
    if (waiting.get(tab)?.reports === reports) waiting.delete(tab);
    const setUp = readSetUp();
    const before = (await readValue('session', `reports:${tab}`)) ?? [];
    await publish(tab, reports.reduce(addReport, before), setUp);
  });
  waiting.set(tab, { reports, done });
  return done;
}

/** The tab shows no enabled site any more: whatever it held was another page's. */
export function leaveTab(tab: number): Promise<void> {
  return inOwnTurn(async () => {
    if ((await readValue('session', `reports:${tab}`)) === undefined) return;
    await Promise.all([write(tab, [], EMPTY_TAB), showCount(tab, 0)]);
    await removeValue('session', `reports:${tab}`);
  });
}

/** A site is no longer enabled or granted: what its frames said is dropped from every tab. */
export function dropSite(tabs: readonly number[], site: string): Promise<void> {
  return inOwnTurn(async () => {
    for (const tab of tabs) {
      const reports = (await readValue('session', `reports:${tab}`)) ?? [];
      const others = reports.filter((report) => report.site !== site);
      if (others.length < reports.length) await publish(tab, others);
    }
  });
}

/** The tab was closed: nothing of it is kept. */
export function forgetTab(tab: number): Promise<void> {
  return inOwnTurn(() => clear(tab));
}

/** Which chat systems are set up has changed: what the open tickets offer may have, too. */
export function refreshTabs(tabs: readonly number[]): Promise<void> {
  return inOwnTurn(async () => {
    for (const tab of tabs) {
      const reports = await readValue('session', `reports:${tab}`);
      if (reports) await publish(tab, reports);
    }
  });
}
