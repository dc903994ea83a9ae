import { promisifyRequest, type UseStore } from 'idb-keyval';

/** A database of the extension's own with one store, for idb-keyval. */
export interface KeyDatabase {
  readonly store: UseStore;
  /** Removes it with its files. */
  readonly destroy: () => Promise<void>;
}

/** Where databases are opened. */
interface Home {
  readonly indexedDB: IDBFactory;
}

interface StorageBuckets {
  open(name: string): Promise<Home>;
  delete(name: string): Promise<void>;
}

/**
 * Where a database has files of its own, so that destroying it leaves nothing of it on the disk. Firefox gives each database its
 * own. Chromium keeps all of an origin's in one log, in which deleted values live on for days (measured): there it takes a storage
 * bucket of its own, whose folder goes with it.
 */
function findHome(name: string): { open: () => Promise<Home>; remove: () => Promise<void> } {
  const { storageBuckets } = navigator as { storageBuckets?: StorageBuckets };
  if (storageBuckets) {
    return { open: () => storageBuckets.open(name), remove: () => storageBuckets.delete(name) };
  }
  return {
    open: async () => ({ indexedDB }),
    remove: async () => void (await promisifyRequest(indexedDB.deleteDatabase(name))),
  };
}

/** idb-keyval's own stores cannot be closed, and a database that is open cannot be deleted. */
export function openKeyDatabase(name: string): KeyDatabase {
  let opened: Promise<{ readonly database: IDBDatabase; readonly home: Home }> | undefined;
  const forget = () => {
    opened = undefined;
  };
  // The home is kept with its database: once a bucket has been collected as garbage, Chromium answers no request any more (measured).
  const connect = async () => {
    const home = await findHome(name).open();
    const request = home.indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore('keys');
    const database = await promisifyRequest(request);
    database.onclose = forget;
    return { database, home };
  };
  const open = () => {
    opened ??= connect();
    opened.catch(forget);
    return opened;
  };
  return {
    store: async (mode, use) => use((await open()).database.transaction('keys', mode).objectStore('keys')),
    destroy: async () => {
      (await opened)?.database.close();
      forget();
      await findHome(name).remove();
    },
  };
}
