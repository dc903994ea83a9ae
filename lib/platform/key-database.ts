import { promisifyRequest, type UseStore } from 'idb-keyval';

/** Longer than a slow disk takes; a look-up that waited for it is still told of within the contract's 12 s. */
const PATIENCE_MS = 8_000;

/** A database of the extension's own with one store, for idb-keyval. What it does not answer in time rejects. */
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

/** Rejects where `work` does not end in time: then `late` aborts. */
function inTime<T>(work: (late: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the database of keys does not answer'));
      late.abort();
    }, PATIENCE_MS);
  });
  return Promise.race([work(late.signal), end]).finally(() => clearTimeout(timer));
}

/** What was told as not stored must not be stored later. */
function undo(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, with nothing in it.
  }
}

interface Connection {
  readonly database: IDBDatabase;
  /** Kept with its database: once a bucket has been collected as garbage, Chromium answers no request any more (measured). */
  readonly home: Home;
}

async function connect(name: string, onClose: () => void): Promise<Connection> {
  const home = await findHome(name).open();
  const request = home.indexedDB.open(name);
  request.onupgradeneeded = () => request.result.createObjectStore('keys');
  const database = await promisifyRequest(request);
  database.onclose = onClose;
  // Another background has taken over and destroys it: an open connection would hold it up.
  database.onversionchange = () => {
    database.close();
    onClose();
  };
  return { database, home };
}

/** idb-keyval's own stores cannot be closed, and a database that is open cannot be deleted. */
export function openKeyDatabase(name: string): KeyDatabase {
  let opened: Promise<Connection> | undefined;
  const forget = () => {
    opened = undefined;
  };
  /** After a failure the next one who asks opens it anew. */
  const drop = (failed: Promise<Connection>) => {
    failed.then(({ database }) => database.close()).catch(() => undefined);
    if (opened === failed) forget();
  };
  return {
    store: async (mode, use) => {
      opened ??= connect(name, forget);
      const own = opened;
      try {
        return await inTime(async (late) => {
          const { database } = await own;
          late.throwIfAborted();
          const transaction = database.transaction('keys', mode);
          late.addEventListener('abort', () => undo(transaction));
          return use(transaction.objectStore('keys'));
        });
      } catch (error) {
        drop(own);
        throw error;
      }
    },
    destroy: () =>
      inTime(async () => {
        (await opened?.catch(() => undefined))?.database.close();
        forget();
        await findHome(name).remove();
      }),
  };
}
