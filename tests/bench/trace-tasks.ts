import type { Page } from 'puppeteer-core';

/** Work on a page's main thread, ms of processor time. */
export interface Tasks {
  readonly sum: number;
  readonly longest: number;
  /** Of it, what came with and after the script that draws the launcher of the in-page sidebar; 0: it did not come. */
  readonly launcher: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: { readonly url?: string; readonly frames?: readonly { readonly url: string; readonly processId?: number }[] };
  };
}

function isLauncher({ data }: TraceEvent['args']): boolean {
  return data?.url?.endsWith('/page-sidebar.js') === true;
}

function readTasks(events: readonly TraceEvent[], url: string): Tasks {
  const frames = events.find(({ name }) => name === 'TracingStartedInBrowser')?.args.data?.frames ?? [];
  const pid = frames.find((frame) => frame.url === url)?.processId;
  const isMain = (event: TraceEvent) => event.name === 'thread_name' && event.args.name === 'CrRendererMain';
  const main = events.find((event) => event.pid === pid && isMain(event));
  if (!main) throw new Error(`The trace knows no main thread of ${url}.`);
  const own = events.filter(({ name, pid: process, tid }) => name === 'RunTask' && process === pid && tid === main.tid);
  // A busy machine stretches a task's own time, not the processor's.
  const timeOf = ({ dur = 0, tdur = dur }: TraceEvent) => tdur / 1000;
  const add = (tasks: readonly TraceEvent[]) => tasks.reduce((sum, task) => sum + timeOf(task), 0);
  const drawn = events.find(({ name, pid: process, args }) => name === 'EvaluateScript' && process === pid && isLauncher(args));
  const after = own.filter(({ ts, dur = 0 }) => drawn !== undefined && ts + dur >= drawn.ts);
  return { sum: add(own), longest: Math.max(0, ...own.map(timeOf)), launcher: add(after) };
}

/** Every task of the page's main thread while `run` runs. */
export async function traceTasks(page: Page, run: () => Promise<void>): Promise<Tasks> {
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await run();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? []).toString()) as { traceEvents: readonly TraceEvent[] };
  return readTasks(traceEvents, page.url());
}
