import type { Page } from 'puppeteer-core';

/** Work on a page's main thread, ms of processor time. */
export interface Tasks {
  readonly sum: number;
  readonly longest: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: { readonly frames?: readonly { readonly url: string; readonly processId?: number }[] };
  };
}

function readTasks(events: readonly TraceEvent[], url: string): Tasks {
  const frames = events.find(({ name }) => name === 'TracingStartedInBrowser')?.args.data?.frames ?? [];
  const pid = frames.find((frame) => frame.url === url)?.processId;
  const isMain = (event: TraceEvent) => event.name === 'thread_name' && event.args.name === 'CrRendererMain';
  const main = events.find((event) => event.pid === pid && isMain(event));
  if (!main) throw new Error(`The trace knows no main thread of ${url}.`);
  const own = events.filter(({ name, pid: process, tid }) => name === 'RunTask' && process === pid && tid === main.tid);
  // A busy machine stretches a task's own time, not the processor's.
  const times = own.map(({ dur = 0, tdur = dur }) => tdur / 1000);
  return { sum: times.reduce((sum, time) => sum + time, 0), longest: Math.max(0, ...times) };
}

/** Every task of the page's main thread while `run` runs. */
export async function traceTasks(page: Page, run: () => Promise<void>): Promise<Tasks> {
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await run();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? []).toString()) as { traceEvents: readonly TraceEvent[] };
  return readTasks(traceEvents, page.url());
}
