import { browser } from 'wxt/browser';

/** Removes everything from the memory-backed storage but the keys that `isKept` names. */
export async function sweepSession(isKept: (key: string) => boolean): Promise<void> {
  const all = await browser.storage.session.get(null);
  const gone = Object.keys(all).filter((key) => !isKept(key));
  if (gone.length > 0) await browser.storage.session.remove(gone);
}
