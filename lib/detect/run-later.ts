interface WithScheduler {
  readonly scheduler?: {
    postTask(run: () => void, options: { readonly priority: 'user-blocking'; readonly signal: AbortSignal }): Promise<unknown>;
  };
}

/**
 * Runs a task after `wait` ms; what it gives back calls it off. What need not wait goes before the page's next drawing, where the
 * browser can do that: behind a new page's first one, timers have been seen to stand for 30 ms.
 */
export function runLater(view: Window, wait: number, run: () => void): () => void {
  const { scheduler } = view as WithScheduler;
  if (wait > 0 || !scheduler) {
    const timer = view.setTimeout(run, wait);
    return () => view.clearTimeout(timer);
  }
  const controller = new AbortController();
  scheduler.postTask(run, { priority: 'user-blocking', signal: controller.signal }).catch((error: unknown) => {
    // Called off, it rejects too.
    if (!controller.signal.aborted) throw error;
  });
  return () => controller.abort();
}
