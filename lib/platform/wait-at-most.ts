/** Longer than a page needs that is not busy, or held by a dialog of its own. */
const PATIENCE_MS = 1000;

/** Waits for work in a page, but not for ever: one that shows a dialog answers only when that is closed. Never rejects. */
export async function waitAtMost<T>(work: Promise<T>, patience = PATIENCE_MS): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  return Promise.race([work.catch(() => undefined), late]);
}
