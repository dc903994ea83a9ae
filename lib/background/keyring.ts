import type { ProviderId } from '../domain/ref.ts';
import { type Barrier, fail, type Result, succeed } from '../domain/result.ts';
import { type KeyOrigin, readEnvelope, seal, unseal } from '../platform/crypto-envelope.ts';
import { type Kept, type Keyring, readPlainKeys, readVault, writePlainKeys, writeVault } from '../platform/keys.ts';
import { keyring as schema } from './keyring-schema.ts';
import { inLockTurn, readSessionKey, whenLocked, wipe } from './lock-session.ts';

export type Locked = Extract<Barrier, { kind: 'locked' }>;

const LOCKED: Locked = { kind: 'locked' };

/** Answers with what is to be kept, `undefined` for nothing at all, or the very same for no change. */
type Change = (kept: Kept) => Kept | undefined;

/** Changes that must not be lost and that the browser has not taken: stored with the next one. Lost with the worker and at a lock. */
const unstored = new Map<ProviderId, readonly Change[]>();
whenLocked(() => unstored.clear());

/** All keys, and what they are sealed with: absent without a passphrase. In the lock's turn. */
export interface OpenKeyring {
  readonly keyring: Keyring;
  readonly sealing?: { readonly key: Uint8Array<ArrayBuffer>; readonly origin: KeyOrigin };
}

function parse(stored: unknown): Keyring {
  return (schema.safeParse(stored).data ?? {}) as Keyring;
}

/** In the lock's turn. */
export async function openKeyring(): Promise<Result<OpenKeyring, Locked>> {
  const vault = await readVault();
  if (vault === undefined) return succeed({ keyring: parse(await readPlainKeys()) });
  const key = await readSessionKey();
  if (key === undefined) return fail(LOCKED);
  const origin = readEnvelope(vault);
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

/** Everything kept for a provider; empty when nothing is. */
export function readKeys(provider: ProviderId): Promise<Result<Kept, Locked>> {
  return inLockTurn(async () => {
    const open = await openKeyring();
    if (!open.ok) return open;
    const kept = findKept(provider, open.value);
    if (unstored.has(provider)) await writeKept(provider, kept, open.value).catch(() => undefined);
    return succeed(kept);
  });
}

/** Changes what is kept for a provider, from what is kept at that moment. */
export function changeKeys(provider: ProviderId, change: Change): Promise<Result<null, Locked>> {
  return inLockTurn(() => changeNow(provider, change));
}

/** The same for what must not be lost: where the browser stores nothing it holds in this worker, until it can be stored. */
export function changeKeysForSure(provider: ProviderId, change: Change): Promise<Result<null, Locked>> {
  return inLockTurn(async () => {
    try {
      return await changeNow(provider, change);
    } catch {
      unstored.set(provider, [...(unstored.get(provider) ?? []), change]);
      return succeed(null);
    }
  });
}

async function changeNow(provider: ProviderId, change: Change): Promise<Result<null, Locked>> {
  const open = await openKeyring();
  if (!open.ok) return open;
  const kept = findKept(provider, open.value);
  const changed = change(kept);
  if (changed !== kept || unstored.has(provider)) await writeKept(provider, changed, open.value);
  return succeed(null);
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
