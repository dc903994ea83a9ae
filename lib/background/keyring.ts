import type { ProviderId } from '../domain/ref.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import { type DerivedKey, type KeyOrigin, readEnvelope, seal, unseal } from '../platform/crypto-envelope.ts';
import { type Kept, type Keyring, writePlainKeys, writeVault } from '../platform/keys.ts';
import type { KeyBarrier } from '../platform/messages.ts';
import { keyring as schema } from './keyring-schema.ts';
import { inLockTurn, LOCKED, readSessionKey, whenLocked, wipe } from './lock-session.ts';
import { tryReadKeys } from './unreadable-keys.ts';

/** Answers with what is to be kept, `undefined` for nothing at all, or the very same for no change. */
type Change = (kept: Kept) => Kept | undefined;

/** Changes that must not be lost and that the browser has not taken: stored with the next one. Lost with the worker and at a lock. */
const unstored = new Map<ProviderId, readonly Change[]>();
whenLocked(() => unstored.clear());

/** All keys, and what they are sealed with: absent without a passphrase. In the lock's turn. */
export interface OpenKeyring {
  readonly keyring: Keyring;
  readonly sealing?: { readonly key: DerivedKey; readonly origin: KeyOrigin };
}

function parse(stored: unknown): Keyring {
  return (schema.safeParse(stored).data ?? {}) as Keyring;
}

/** In the lock's turn. `askedAt`: when that was asked for, on `performance.now()`'s clock. */
export async function openKeyring(askedAt?: number): Promise<Result<OpenKeyring, KeyBarrier>> {
  const read = await tryReadKeys(askedAt);
  if (!read.ok) return read;
  if ('plain' in read.value) return succeed({ keyring: parse(read.value.plain) });
  const key = await readSessionKey();
  if (key === undefined) return fail(LOCKED);
  const origin = readEnvelope(read.value.vault);
  const opened = await unseal(origin, key);
  // A key of an earlier passphrase opens nothing: a worker died just after the new one was set.
  if (opened.ok) return succeed({ keyring: parse(opened.value), sealing: { key, origin } });
  await wipe();
  return fail(LOCKED);
}

async function writeKeyring(keyring: Keyring, sealing: OpenKeyring['sealing']): Promise<void> {
  if (sealing) await writeVault(await seal(keyring, sealing.key, sealing.origin));
  else await writePlainKeys(keyring);
}

function withKeys<T>(provider: ProviderId, task: (open: Result<OpenKeyring, KeyBarrier>) => Promise<T>): Promise<T> {
  const askedAt = performance.now();
  return inLockTurn(async () => {
    const open = await openKeyring(askedAt);
    return task(open.ok || open.failure.kind === 'locked' ? open : fail({ ...open.failure, provider }));
  });
}

/** Everything kept for a provider; empty when nothing is. */
export function readKeys(provider: ProviderId): Promise<Result<Kept, KeyBarrier>> {
  return withKeys(provider, async (open) => {
    if (!open.ok) return open;
    const kept = findKept(provider, open.value);
    if (unstored.has(provider)) await writeKept(provider, kept, open.value).catch(() => undefined);
    return succeed(kept);
  });
}

/** Changes what is kept for a provider, from what is kept at that moment: nothing, where that cannot be read. */
export function changeKeys(provider: ProviderId, change: Change): Promise<Result<null, KeyBarrier>> {
  return withKeys(provider, async (open) => {
    if (!open.ok) return open;
    await changeNow(provider, change, open.value);
    return succeed(null);
  });
}

/** The same for what must not be lost: where the browser reads or stores nothing it holds in this worker, until it can be stored. */
export function changeKeysForSure(provider: ProviderId, change: Change): Promise<Result<null, KeyBarrier>> {
  return withKeys(provider, async (open) => {
    if (!open.ok && open.failure.kind === 'locked') return open;
    const isStored = open.ok && (await hasTaken(changeNow(provider, change, open.value)));
    if (!isStored) unstored.set(provider, [...(unstored.get(provider) ?? []), change]);
    return succeed(null);
  });
}

function hasTaken(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

async function changeNow(provider: ProviderId, change: Change, open: OpenKeyring): Promise<void> {
  const kept = findKept(provider, open);
  const changed = change(kept);
  if (changed !== kept || unstored.has(provider)) await writeKept(provider, changed, open);
}

/** As it would be stored if the browser had taken everything. */
function findKept(provider: ProviderId, { keyring }: OpenKeyring): Kept {
  const stored: Kept = keyring[provider] ?? { secrets: {} };
  return (unstored.get(provider) ?? []).reduce((kept, change) => change(kept) ?? { secrets: {} }, stored);
}

async function writeKept(provider: ProviderId, kept: Kept | undefined, { keyring, sealing }: OpenKeyring): Promise<void> {
  const { [provider]: _, ...others } = keyring;
  await writeKeyring(kept ? { ...others, [provider]: kept } : others, sealing);
  unstored.delete(provider);
}
