import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runLater } from './run-later.ts';

describe('runLater', () => {
  const posted: (() => void)[] = [];
  const scheduler = {
    async postTask(run: () => void, { signal }: { readonly signal: AbortSignal }) {
      posted.push(() => void (signal.aborted || run()));
    },
  };
  const timers = {
    setTimeout: (task: () => void, wait: number) => setTimeout(task, wait),
    clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
  };
  const run = vi.fn();

  beforeEach(() => void vi.useFakeTimers());

  afterEach(() => {
    vi.useRealTimers();
    run.mockClear();
    posted.length = 0;
  });

  it.each([
    ['in a task of its own, where there are such', { ...timers, scheduler }, 0, 1],
    ['by a timer, where there are none', timers, 0, 0],
    ['by a timer, where it is to wait', { ...timers, scheduler }, 30, 0],
  ])('runs once %s, unless it is called off', (_, view, wait, tasks) => {
    const finish = () => {
      for (const task of posted) task();
      vi.advanceTimersByTime(wait);
    };
    runLater(view as unknown as Window, wait, run);
    expect([posted.length, run.mock.calls.length]).toEqual([tasks, 0]);
    finish();
    expect(run).toHaveBeenCalledTimes(1);
    posted.length = 0;
    runLater(view as unknown as Window, wait, run)();
    finish();
    expect(run).toHaveBeenCalledTimes(1);
  });
});
