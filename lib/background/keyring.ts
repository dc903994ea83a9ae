import type { ProviderId } from '../domain/ref.ts';
import { type Barrier, fail, type Result, succeed } from '../domain/result.ts';
import { type KeyOrigin, readEnvelope, seal, unseal } from '../platform/crypto-envelope.ts';
import { type Kept, type Keyring, readPlainKeys, readVault, writePlainKeys, writeVault } from '../platform/keys.ts';
import { keyring as schema } from './keyring-schema.ts';
import { inLockTurn, readSessionKey, wipe } from './lock-session.ts';

export type Locked = Extract<Barrier, { kind: 'locked' }>;

const LOCKED: Locked = { kind: 'locked' };

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
    return open.ok ? succeed(open.value.keyring[provider] ?? { secrets: {} }) : open;
  });
}

/**
 * Changes what is kept for a provider, from what is kept at that moment. `change` answers with what is to be kept,
 * `undefined` for nothing at all, or the very same for no change.
 */
export function changeKeys(provider: ProviderId, change: (kept: Kept) => Kept | undefined): Promise<Result<null, Locked>> {
  return inLockTurn(async () => {
    const open = await openKeyring();
    if (!open.ok) return open;
    const { [provider]: found, ...others } = open.value.keyring;
    const kept = found ?? { secrets: {} };
    const changed = change(kept);
    if (changed === kept) return succeed(null);
    await writeKeyring(changed ? { ...others, [provider]: changed } : others, open.value.sealing);
    return succeed(null);
  });
}
