import { fail, type Result, succeed, type UnreadableKeys } from '../domain/result.ts';
import { readStoredKeys, type StoredKeys } from '../platform/keys.ts';
import { readValue, removeValue, writeValue } from '../platform/stored-value.ts';

const UNREADABLE: UnreadableKeys = { kind: 'no-key', reason: 'unreadable-keys' };

/** When a reading failed last, on `performance.now()`'s clock. Lost with the worker, and then read anew. */
let failedAt = Number.NEGATIVE_INFINITY;

/**
 * Reads the stored keys. Where the browser cannot, that is the answer, and the views hear of it until it can again. `askedAt`: who
 * has waited behind a reading that failed need not wait for another.
 */
export async function tryReadKeys(askedAt = performance.now()): Promise<Result<StoredKeys, UnreadableKeys>> {
  if (askedAt < failedAt) return fail(UNREADABLE);
  const read = await readStoredKeys().then(succeed, () => fail(UNREADABLE));
  if (!read.ok) failedAt = performance.now();
  // A storage that fails, too, keeps nobody from the answer.
  await note(!read.ok).catch(() => undefined);
  return read;
}

async function note(isUnreadable: boolean): Promise<void> {
  const isNoted = (await readValue('session', 'unreadableKeys')) ?? false;
  if (isNoted === isUnreadable) return;
  if (isUnreadable) await writeValue('session', 'unreadableKeys', true);
  else await removeValue('session', 'unreadableKeys');
}
