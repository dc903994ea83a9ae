const RUNS = 5;
/** Less is noise; at the sizes in use, quadratic work takes far longer. */
const FLOOR_MS = 20;

/** More than this for four times the work is no longer linear: quadratic work takes 16 times as long. */
export const LINEAR_GROWTH = 9;

function measure(task: () => void): number {
  const start = process.threadCpuUsage().user;
  task();
  return (process.threadCpuUsage().user - start) / 1000;
}

function medianOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] as number;
}

/**
 * How many times as long a task takes on four times the work: about 4 where it is linear. `prepare` makes the task for a size; its
 * own time does not count. Medians of several runs in turn; what takes no time worth the name counts as linear.
 */
export function measureGrowth(prepare: (size: number) => () => void, size: number): number {
  const [small, whole]: [number[], number[]] = [[], []];
  prepare(size)();
  for (let run = 0; run < RUNS; run += 1) {
    small.push(measure(prepare(size)));
    whole.push(measure(prepare(4 * size)));
    // What is quick once is not slow by itself: the machine is.
    if (Math.min(...whole) < FLOOR_MS) return 4;
  }
  return medianOf(whole) / Math.max(1, medianOf(small));
}
