import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findBarrier } from '../../lib/background/lock-session.ts';

/** The browser ends: what lies in memory is gone, what lies on the disk stays. */
export async function restartBrowser(): Promise<void> {
  await fakeBrowser.storage.session.clear();
}

export const isLocked = async () => (await findBarrier())?.kind === 'locked';

export const readSession = () => fakeBrowser.storage.session.get(null);

/** The fake browser's alarms keep no time of their own. */
export function stubAlarms(): void {
  Object.assign(fakeBrowser.alarms, { create: async () => undefined, clear: async () => true });
}

/** Everything that lies on the disk: all databases and the local storage. */
export async function readDisk(): Promise<string> {
  const read = (name: string) =>
    new Promise<unknown[]>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const database = request.result;
        if (!database.objectStoreNames.contains('keys')) return resolve([]);
        const all = database.transaction('keys').objectStore('keys').getAll();
        all.onsuccess = () => {
          database.close();
          resolve(all.result);
        };
      };
    });
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const values = await Promise.all(names.map(read));
  const write = (_: string, value: unknown) => (value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value);
  return JSON.stringify([values, await fakeBrowser.storage.local.get(null)], write);
}
