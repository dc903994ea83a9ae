import { fail, type Result, succeed } from '../domain/result.ts';
import { createKeyOrigin, deriveKey, ITERATIONS, readEnvelope, seal, unseal } from '../platform/crypto-envelope.ts';
import { destroyPlainKeys, destroyVault, writePlainKeys, writeVault } from '../platform/keys.ts';
import { SHORTEST_PASSPHRASE } from '../platform/lock-state.ts';
import type { KeyBarrier, PassphraseRefusal, UnlockRefusal } from '../platform/messages.ts';
import { readValue, removeValue, writeValue } from '../platform/stored-value.ts';
import { openKeyring } from './keyring.ts';
import { endSession, findBarrier, hasVault, inLockTurn, noteActivity, readLockSettings, startSession } from './lock-session.ts';
import { createQueue } from './queue.ts';
import { tryReadKeys } from './unreadable-keys.ts';

/** Wrong attempts that cost nothing: fingers slip. */
const FREE_ATTEMPTS = 3;
const LONGEST_WAIT_MS = 5 * 60_000;

/** How long to wait after so many wrong passphrases, in ms: 2 s, 4 s, 8 s… up to five minutes. */
function waitAfter(failed: number): number {
  return failed < FREE_ATTEMPTS ? 0 : Math.min(LONGEST_WAIT_MS, 2_000 * 2 ** (failed - FREE_ATTEMPTS));
}

/** One attempt at a time, so that many at once are counted like many in a row. */
const inAttemptTurn = createQueue();

async function countFailure(failed: number): Promise<UnlockRefusal> {
  const wait = waitAfter(failed);
  const until = Date.now() + wait;
  await writeValue('session', 'attempts', { failed, until });
  return { kind: 'refused', ...(wait > 0 ? { retryAt: until } : {}) };
}

/** Opens the keys until the deadline. After some wrong passphrases the next ones are refused unread for a growing time. */
export function unlock(passphrase: string): Promise<Result<null, UnlockRefusal>> {
  return inAttemptTurn(async () => {
    const { failed, until } = (await readValue('session', 'attempts')) ?? { failed: 0, until: 0 };
    const wait = until - Date.now();
    // A longer one comes from a clock that was set back.
    if (wait > 0 && wait <= LONGEST_WAIT_MS) return fail({ kind: 'refused', retryAt: until });
    const read = await tryReadKeys();
    if (!read.ok) return read;
    const vault = readEnvelope('vault' in read.value ? read.value.vault : undefined);
    const key = await deriveKey(passphrase, vault);
    const isRight = await inLockTurn(async () => {
      if (!(await unseal(vault, key)).ok) return false;
      await startSession(key);
      // Left over where the browser ended while the passphrase was being set or removed.
      await destroyPlainKeys();
      return true;
    });
    if (!isRight) return fail(await countFailure(failed + 1));
    await removeValue('session', 'attempts');
    return succeed(null);
  });
}

async function keepSettings(changed: { hasPassphrase?: boolean; afterMinutes?: number }): Promise<void> {
  await writeValue('local', 'lock', { ...(await readLockSettings()), ...changed });
}

/**
 * Encrypts all keys under a new passphrase, whether there was one before or not. What was kept holds until the moment the new
 * vault is written. Refused while locked. `iterations` is for tests.
 */
export async function setPassphrase(passphrase: string, iterations = ITERATIONS): Promise<Result<null, PassphraseRefusal>> {
  if (passphrase.length < SHORTEST_PASSPHRASE) return fail({ kind: 'too-short' });
  const barrier = await findBarrier();
  if (barrier) return fail(barrier);
  const origin = createKeyOrigin(iterations);
  const key = await deriveKey(passphrase, origin);
  return inLockTurn(async () => {
    const open = await openKeyring();
    if (!open.ok) return open;
    await writeVault(await seal(open.value.keyring, key, origin));
    await destroyPlainKeys();
    await startSession(key);
    await keepSettings({ hasPassphrase: true });
    return succeed(null);
  });
}

/** Keeps the keys unencrypted again. Refused while locked. */
export async function removePassphrase(): Promise<Result<null, KeyBarrier>> {
  const barrier = await findBarrier();
  if (barrier) return fail(barrier);
  return inLockTurn(async () => {
    const open = await openKeyring();
    if (!open.ok) return open;
    await writePlainKeys(open.value.keyring);
    await forgetPassphrase();
    return succeed(null);
  });
}

/** In the lock's turn. */
async function forgetPassphrase(): Promise<void> {
  await destroyVault();
  await endSession();
  await keepSettings({ hasPassphrase: false });
}

/** Removes every key, sealed or not, and the passphrase with them: the way out where it was forgotten. */
export function destroyKeys(): Promise<void> {
  return inLockTurn(async () => {
    await destroyPlainKeys();
    await forgetPassphrase();
  });
}

/** Minutes without the agent's own doing until Backscroll locks. Refused while locked: it counts from the next unlock on. */
export async function setLockAfter(afterMinutes: number): Promise<Result<null, KeyBarrier>> {
  const barrier = await findBarrier();
  if (barrier) return fail(barrier);
  await keepSettings({ afterMinutes });
  await noteActivity();
  return succeed(null);
}

/** Brings what views see of the lock into line with the vault; at each start of browser or extension. */
export async function settleLock(): Promise<void> {
  const barrier = await findBarrier();
  const isSet = barrier?.kind === 'no-key' ? fail(barrier) : await hasVault();
  // Where the browser cannot say, they keep to what they know.
  if (isSet.ok && (await readLockSettings()).hasPassphrase !== isSet.value) await keepSettings({ hasPassphrase: isSet.value });
}
