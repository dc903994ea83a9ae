import type { View } from '../view.ts';

/** How the database that holds the keys may fail: it never opens, or opens with nothing in it that can be read. */
export type KeyFault = 'never opens' | 'cannot be read';

/** In the document that broke the database, until it is mended. */
type Scope = typeof globalThis & { mendKeys?: () => Promise<void> };

/**
 * Breaks the database of keys, past the product, from one of the extension's own pages. Right after the background has ended: one
 * that holds the database open keeps it whole.
 */
export function breakKeys(view: View, fault: KeyFault): Promise<void> {
  return view.evaluate(breakHere, fault);
}

/** Brings it back as it was. */
export function mendKeys(view: View): Promise<void> {
  return view.evaluate(async () => (globalThis as Scope).mendKeys?.());
}

/** Takes the last bytes off the encrypted keys. */
export function cutVault(view: View): Promise<void> {
  return view.evaluate(cutHere);
}

/** Runs in the page. */
async function breakHere(fault: KeyFault): Promise<void> {
  type Buckets = { open(name: string): Promise<{ indexedDB: IDBFactory }> };
  const NAME = 'backscroll';
  const { storageBuckets } = navigator as { storageBuckets?: Buckets };
  const home = storageBuckets ? await storageBuckets.open(NAME) : { indexedDB };
  const wait = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const open = (version?: number, change?: (database: IDBDatabase, transaction: IDBTransaction) => void) => {
    const request = home.indexedDB.open(NAME, version);
    request.onupgradeneeded = () => change?.(request.result, request.transaction as IDBTransaction);
    return wait(request);
  };
  const database = await open();
  const { version } = database;
  const store = database.transaction('keys').objectStore('keys');
  const [names, values] = await Promise.all([wait(store.getAllKeys()), wait(store.getAll())]);
  database.close();
  if (fault === 'cannot be read') {
    (await open(version + 1, (opened) => opened.deleteObjectStore('keys'))).close();
    const fill = (opened: IDBDatabase) => {
      const anew = opened.createObjectStore('keys');
      for (const [index, name] of names.entries()) anew.put(values[index], name);
    };
    (globalThis as Scope).mendKeys = async () => (await open(version + 2, fill)).close();
    return;
  }
  // Whoever opens it waits for the end of a change of its version.
  await new Promise<void>((resolve, reject) => {
    const hold = (_: IDBDatabase, transaction: IDBTransaction) => {
      const again = () => {
        transaction.objectStore('keys').count().onsuccess = again;
      };
      again();
      (globalThis as Scope).mendKeys = async () => transaction.abort();
      resolve();
    };
    open(version + 1, hold).catch(reject);
  });
}

/** Runs in the page. */
async function cutHere(): Promise<void> {
  type Buckets = { open(name: string): Promise<{ indexedDB: IDBFactory }> };
  const { storageBuckets } = navigator as { storageBuckets?: Buckets };
  const factory = storageBuckets ? (await storageBuckets.open('backscroll-vault')).indexedDB : indexedDB;
  const wait = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await wait(factory.open('backscroll-vault'));
  const store = database.transaction('keys', 'readwrite').objectStore('keys');
  const vault = (await wait(store.get('vault'))) as { ciphertext: Uint8Array };
  await wait(store.put({ ...vault, ciphertext: vault.ciphertext.slice(0, -4) }, 'vault'));
  database.close();
}
