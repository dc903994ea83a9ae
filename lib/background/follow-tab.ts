import { PROVIDER_IDS } from '../domain/ref.ts';
import { EMPTY_TAB, type FrameReport, type TabState } from '../domain/tab-state.ts';
import { readValue, removeValue, type StoredValues, writeValues } from '../platform/stored-value.ts';
import { dropCopies } from './copies.ts';
import { countOnIcon } from './count-on-icon.ts';
import { addReport, findTop, listShown, mergeReports } from './merge-reports.ts';
import { listConfigured } from './provider-directory.ts';
import { createQueue } from './queue.ts';
import { readSites } from './read-sites.ts';
import { resolveRefs } from './resolve-refs.ts';

/** What a tab holds is worked out in turn: two frames of a tab often report in the same moment. */
const inTurn = createQueue();

type Values = Partial<StoredValues['session']>;

/** What is being written of each tab. The browser writes in the order in which it is told to: nobody waits for a write to end. */
const latest = new Map<number, Values>();

/**
 * Both at once: what a tab holds is never read beside the reports of another page. Where the storage is full, the copies of
 * conversations give way; rejects where that is not enough, and then nothing is said of the tab: what it held was another page's.
 */
async function write(tab: number, reports: readonly FrameReport[], state: TabState): Promise<void> {
  const values: Values = {};
  values[`reports:${tab}`] = reports;
  values[`tab:${tab}`] = state;
  latest.set(tab, values);
  const isLatest = () => latest.get(tab) === values;
  let count = 0;
  try {
    await writeValues('session', values).catch(async () => {
      if (isLatest()) await clear(tab);
      await inTurn(() => writeWithoutCopies(tab, values));
    });
    count = new Set(state.refs.map(({ id }) => id)).size;
  } finally {
    if (isLatest()) {
      latest.delete(tab);
      countOnIcon(tab, count);
    }
  }
}

/** What a tab was told of last, written already or not. */
async function readReports(tab: number): Promise<readonly FrameReport[] | undefined> {
  return latest.get(tab)?.[`reports:${tab}`] ?? (await readValue('session', `reports:${tab}`));
}

async function writeWithoutCopies(tab: number, values: Values): Promise<void> {
  // What was said after it stands by now, or makes room itself.
  if (latest.get(tab) !== values) return;
  await Promise.all(PROVIDER_IDS.map(dropCopies));
  await writeValues('session', values);
}

async function clear(tab: number): Promise<void> {
  await Promise.all([removeValue('session', `reports:${tab}`), removeValue('session', `tab:${tab}`)]);
}

/** What a tab's reports are read against. */
async function readSetUp() {
  const [sites, configured] = await Promise.all([readSites(), listConfigured()]);
  return { sites, configured };
}

/** A write that has begun: what comes next in turn need not wait for its end. */
interface Begun {
  readonly written: Promise<void>;
}

/** Tells the views what a tab holds, then the icon. */
function tell(tab: number, reports: readonly FrameReport[], state: TabState): Begun {
  return { written: write(tab, reports, state) };
}

async function publish(tab: number, reports: readonly FrameReport[], setUp = readSetUp()): Promise<Begun> {
  const merged = mergeReports(listShown(reports));
  const { sites, configured } = await setUp;
  const site = sites.find(({ origin }) => origin === findTop(reports)?.site);
  const knowledge = { configured, preferred: site?.chosenProvider ?? site?.provider };
  return tell(tab, reports, { ...merged, ...resolveRefs(merged.candidates, knowledge) });
}

/** Reports of one tab that wait for the same turn. Lost with the worker, with all that waits. */
interface Batch {
  readonly reports: FrameReport[];
  readonly done: Promise<void>;
}

const waiting = new Map<number, Batch>();

/** What is done to a tab beside its reports comes between those before it and those after it. */
async function inOwnTurn(task: () => Promise<readonly Begun[]>): Promise<void> {
  waiting.clear();
  await Promise.all((await inTurn(task)).map(({ written }) => written));
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
    const before = (await readReports(tab)) ?? [];
    return publish(tab, reports.reduce(addReport, before), setUp);
  }).then(({ written }) => written);
  waiting.set(tab, { reports, done });
  return done;
}

/** The tab shows no enabled site any more: whatever it held was another page's. */
export function leaveTab(tab: number): Promise<void> {
  return inOwnTurn(async () => {
    if ((await readReports(tab)) === undefined) return [];
    const { written } = tell(tab, [], EMPTY_TAB);
    return [{ written: Promise.all([written, removeValue('session', `reports:${tab}`)]).then(() => undefined) }];
  });
}

/** A site is no longer enabled or granted: what its frames said is dropped from every tab. */
export function dropSite(tabs: readonly number[], site: string): Promise<void> {
  return republish(tabs, (reports) => {
    const others = reports.filter((report) => report.site !== site);
    return others.length < reports.length ? others : undefined;
  });
}

/** Which chat systems are set up has changed: what the open tickets offer may have, too. */
export function refreshTabs(tabs: readonly number[]): Promise<void> {
  return republish(tabs, (reports) => reports);
}

/** Tells anew what tabs hold, of those that `change` has reports for. */
function republish(
  tabs: readonly number[],
  change: (reports: readonly FrameReport[]) => readonly FrameReport[] | undefined,
): Promise<void> {
  return inOwnTurn(async () => {
    const begun: Begun[] = [];
    for (const tab of tabs) {
      const reports = await readReports(tab);
      const changed = reports && change(reports);
      if (changed) begun.push(await publish(tab, changed));
    }
    return begun;
  });
}

/** The tab was closed: nothing of it is kept. */
export function forgetTab(tab: number): Promise<void> {
  return inOwnTurn(async () => {
    latest.delete(tab);
    return [{ written: clear(tab) }];
  });
}
