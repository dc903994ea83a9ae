/** What a run came to and what it cost. */
export interface Run<T> {
  readonly value: T;
  /** ms of main thread. */
  readonly cost: number;
}

/** Well below the 8 ms that a task may take: one step can overshoot. */
const SLICE = 4;

/** Runs `steps` in short tasks. Undefined: stopped by the signal. */
export async function runSlices<T>(steps: Generator<void, T>, view: Window, signal: AbortSignal): Promise<Run<T> | undefined> {
  let cost = 0;
  while (!signal.aborted) {
    const start = view.performance.now();
    let step = steps.next();
    while (!step.done && view.performance.now() - start < SLICE) step = steps.next();
    cost += view.performance.now() - start;
    if (step.done) return { value: step.value, cost };
    await new Promise((resolve) => view.setTimeout(resolve, 0));
  }
  return undefined;
}
