import { promisifyRequest, type UseStore } from 'idb-keyval';

/** A database of the extension's own with one store, for idb-keyval. */
export interface KeyDatabase {
  readonly store: UseStore;
  /** Removes it with its files. */
  readonly destroy: () => Promise<void>;
}

interface StorageBuckets {
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/**
 * Where a database has files of its own, so that destroying it leaves nothing of it on the disk. Firefox gives each database its
 * own. Chromium keeps all of an origin's in one log, in which deleted values live on for days (measured): there it takes a storage
 * bucket of its own, whose folder goes with it.
 */
function findHome(name: string): { open: () => Promise<IDBFactory>; remove: () => Promise<void> } {
  const { storageBuckets } = navigator as { storageBuckets?: StorageBuckets };
  if (storageBuckets) {
    return { open: async () => (await storageBuckets.open(name)).indexedDB, remove: () => storageBuckets.delete(name) };
  }
  return {
    open: async () => indexedDB,
    remove: async () => void (await promisifyRequest(indexedDB.deleteDatabase(name))),
  };
}

/** idb-keyval's own stores cannot be closed, and a database that is open cannot be deleted. */
export function openKeyDatabase(name: string): KeyDatabase {
  let opened: Promise<IDBDatabase> | undefined;
  const forget = () => {
    opened = undefined;
  };
  const connect = async (): Promise<IDBDatabase> => {
    const request = (await findHome(name).open()).open(name);
    request.onupgradeneeded = () => request.result.createObjectStore('keys');
    const database = await promisifyRequest(request);
    database.onclose = forget;
    return database;
  };
  const open = (): Promise<IDBDatabase> => {
    opened ??= connect();
    opened.catch(forget);
    return opened;
  };
  return {
    store: async (mode, use) => use((await open()).transaction('keys', mode).objectStore('keys')),
    destroy: async () => {
      (await opened)?.close();
      forget();
      await findHome(name).remove();
    },
  };
}
