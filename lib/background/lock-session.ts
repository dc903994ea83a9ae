import { type Result, succeed, type UnreadableKeys } from '../domain/result.ts';
import { createHolder, type DerivedKey, unwrapKey, wrapKey } from '../platform/crypto-envelope.ts';
import { readHolder, removeHolder, writeHolder } from '../platform/keys.ts';
import { clearLockAlarm, setLockAlarm } from '../platform/lock-signals.ts';
import { DEFAULT_LOCK, type LockSettings, type Unlocked } from '../platform/lock-state.ts';
import type { KeyBarrier } from '../platform/messages.ts';
import { readValue, sweepSession, writeValue } from '../platform/stored-value.ts';
import { createQueue } from './queue.ts';
import { readStored } from './read-stored.ts';
import { tryReadKeys } from './unreadable-keys.ts';

/*
 * While unlocked, the derived key lies in two halves: wrapped in `storage.session`, which is memory of the browser, closed to content
 * scripts and gone when the browser ends; and what it is wrapped with beside the vault, as a CryptoKey that cannot be exported, new
 * at each unlock. Neither opens anything alone: not what is read out of session storage, nor what outlives the browser on the disk.
 * Not protected by it: an unlocked browser's memory, and code that runs in the extension's own pages.
 */

/** The key unwrapped, so that the holder need not be read each time. Lost with the worker and at a lock. */
let held: { readonly wrapped: string; readonly key: DerivedKey } | undefined;

/** What a lock leaves in session storage: nothing of a conversation, nothing of a key. Whatever is not named here goes. */
const SURVIVORS = /^(tab:|reports:|standing:|(lock|attempts|wanted)$)/;
/** A clock that is this much behind the latest time seen was set back. */
const CLOCK_SLACK_MS = 60_000;
/** How often the latest time seen, or a later deadline, is worth a write. */
const WRITE_EVERY_MS = 5_000;

export const LOCKED = { kind: 'locked' } as const;

/** One change of lock and keys at a time; a task in it must not wait for another one in it. */
export const inLockTurn = createQueue();

const onLock: (() => void)[] = [];

whenLocked(() => {
  held = undefined;
});

/** Calls back at each lock: what the worker itself still holds of conversations goes, too. */
export function whenLocked(forget: () => void): void {
  onLock.push(forget);
}

export async function readLockSettings(): Promise<LockSettings> {
  return { ...DEFAULT_LOCK, ...(await readStored('lock')) };
}

function hasRunOut({ lockAt, checkedAt }: Unlocked, now: number): boolean {
  return now >= lockAt || now < checkedAt - CLOCK_SLACK_MS;
}

/** In the lock's turn: out of reach with everything. */
export async function wipe(): Promise<void> {
  // The flag first: views clear at once, and a worker that dies here finishes the rest at the next message.
  await writeValue('session', 'lock', { isLocked: true });
  for (const forget of onLock) forget();
  await sweepSession((key) => SURVIVORS.test(key));
  await clearLockAlarm();
  // What it wrapped is gone: left where it is, it would open nothing.
  await removeHolder().catch(() => undefined);
}

/** Whether a passphrase is set. */
export async function hasVault(): Promise<Result<boolean, UnreadableKeys>> {
  const read = await tryReadKeys();
  return read.ok ? succeed('vault' in read.value) : read;
}

/** What keeps keys and conversations out of reach now; locks where the time has run out. */
export async function findBarrier(): Promise<KeyBarrier | undefined> {
  const flag = await readValue('session', 'lock');
  if (flag && !(flag.lockAt !== undefined && Date.now() >= flag.lockAt)) return flag.isLocked ? LOCKED : undefined;
  if (flag) {
    await enforceDeadline();
    return (await readValue('session', 'unlocked')) === undefined ? LOCKED : undefined;
  }
  const isSet = await hasVault();
  if (!isSet.ok) return isSet.failure;
  await writeValue('session', 'lock', { isLocked: isSet.value });
  return isSet.value ? LOCKED : undefined;
}

/** Locks now. Resolves to false where no passphrase is set: there is nothing to lock with. */
export function lockNow(): Promise<boolean> {
  return inLockTurn(async () => {
    const isSet = await hasVault();
    // Where the browser cannot say, what was unlocked is locked.
    if (!(isSet.ok ? isSet.value : (await readValue('session', 'unlocked')) !== undefined)) return false;
    await wipe();
    return true;
  });
}

/** Locks where the time has run out, however long the worker was dead, or where an earlier lock was cut short. */
export async function enforceDeadline(now = Date.now()): Promise<void> {
  const before = await readValue('session', 'unlocked');
  if (before === undefined || !(hasRunOut(before, now) || now - before.checkedAt > WRITE_EVERY_MS)) return;
  await inLockTurn(async () => {
    const unlocked = await readValue('session', 'unlocked');
    if (unlocked === undefined) return;
    const flag = await readValue('session', 'lock');
    if (flag?.isLocked || hasRunOut(unlocked, now)) await wipe();
    else await writeValue('session', 'unlocked', { ...unlocked, checkedAt: Math.max(now, unlocked.checkedAt) });
  });
}

/** In the lock's turn: keeps the key until the deadline, and tells the views. */
export async function startSession(key: DerivedKey): Promise<void> {
  const now = Date.now();
  const lockAt = now + (await readLockSettings()).afterMinutes * 60_000;
  const holder = await createHolder();
  const wrapped = await wrapKey(key, holder);
  held = { wrapped, key: await unwrapKey(wrapped, holder) };
  // Where the browser stores nothing, it is unlocked for as long as this worker lives.
  await writeHolder(holder).catch(() => undefined);
  await writeValue('session', 'unlocked', { key: wrapped, lockAt, checkedAt: now });
  await writeValue('session', 'lock', { isLocked: false, lockAt });
  await setLockAlarm(lockAt);
}

/** In the lock's turn: no passphrase is set any more. */
export async function endSession(): Promise<void> {
  await sweepSession((key) => key !== 'unlocked' && key !== 'attempts');
  await writeValue('session', 'lock', { isLocked: false });
  await clearLockAlarm();
}

/** In the lock's turn: the key while unlocked; undefined while locked, and where its holder is lost: that locks. */
export async function readSessionKey(): Promise<DerivedKey | undefined> {
  const unlocked = await readValue('session', 'unlocked');
  const flag = await readValue('session', 'lock');
  if (unlocked === undefined || flag?.isLocked || hasRunOut(unlocked, Date.now())) return undefined;
  const { key: wrapped } = unlocked;
  if (held?.wrapped === wrapped) return held.key;
  try {
    held = { wrapped, key: await unwrapKey(wrapped, (await readHolder()) as CryptoKey) };
    return held.key;
  } catch {
    await wipe();
    return undefined;
  }
}

/** The agent has done something in one of our own views: the time to the lock starts anew. */
export async function noteActivity(): Promise<void> {
  await enforceDeadline();
  await inLockTurn(async () => {
    const unlocked = await readValue('session', 'unlocked');
    const now = Date.now();
    if (unlocked === undefined || hasRunOut(unlocked, now)) return;
    const lockAt = now + (await readLockSettings()).afterMinutes * 60_000;
    if (lockAt > unlocked.lockAt && lockAt - unlocked.lockAt < WRITE_EVERY_MS) return;
    await writeValue('session', 'unlocked', { ...unlocked, lockAt, checkedAt: now });
    await writeValue('session', 'lock', { isLocked: false, lockAt });
    await setLockAlarm(lockAt);
  });
}

/** What has come between by now; after a lock, what a running look-up has kept since is removed, too. */
export async function sweepIfLocked(): Promise<KeyBarrier | undefined> {
  const barrier = await findBarrier();
  if (!barrier) return undefined;
  await inLockTurn(async () => {
    if ((await readValue('session', 'lock'))?.isLocked) await wipe();
  });
  return barrier;
}

/** Does `write` unless locked, and no lock can come in between: nothing of a conversation is kept after a lock. */
export async function unlessLocked(write: () => Promise<void>): Promise<void> {
  await inLockTurn(async () => {
    if (!(await readValue('session', 'lock'))?.isLocked) await write();
  });
}
