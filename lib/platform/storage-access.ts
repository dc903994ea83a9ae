import { browser } from 'wxt/browser';

interface Lockable {
  setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
}

/**
 * Keeps content scripts out of every storage area that knows how to (Chrome; Firefox has no such call, so nothing secret lies
 * there). Awaited before the first write.
 */
export async function closeStorage(): Promise<void> {
  const { local, session, sync, managed } = browser.storage;
  const areas: readonly Lockable[] = [local, session, sync, managed];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
