import { clear, del, entries, get, set, setMany } from 'idb-keyval';
import type { ProviderSettings, Secrets } from '../domain/provider-settings.ts';
import type { ProviderId } from '../domain/ref.ts';
import type { Envelope } from './crypto-envelope.ts';
import { type KeyDatabase, openKeyDatabase } from './key-database.ts';

/**
 * Secrets lie in the extension's own IndexedDB: content scripts see the page's databases only, in Chromium and in Firefox,
 * while Firefox lets them read `storage.local`. Imported by the background alone.
 *
 * Without a passphrase they lie in one database, readable; with one in another, as a single envelope (the vault). Where there is
 * a vault it alone counts: one write makes it, one write ends it, so at every moment the old or the new state holds.
 */
const plain = openKeyDatabase('backscroll');
const sealed = openKeyDatabase('backscroll-vault');
const VAULT = 'vault';
const HOLDER = 'holder';

/**
 * A refresh token that was typed and tested, not saved: it is spent, the provider gave another in its place. It is all that is left
 * of what the agent was given, and whoever closed the settings, or tried another one in between, types that again; so no other
 * test and no closed page ends it. One for each provider at most, kept like every other secret.
 */
export interface TestedToken {
  /** What it was tested with: it goes nowhere else. */
  readonly settings: ProviderSettings;
  readonly typed: string;
  readonly refreshToken: string;
}

export interface Kept {
  readonly secrets: Secrets;
  /** What they were saved with: they go nowhere else, at whatever point a save was cut short. */
  readonly settings?: ProviderSettings;
  /** `expiresAt`: ms since the epoch. */
  readonly grant?: { readonly accessToken: string; readonly expiresAt: number };
  /** Until the next save, or the provider is removed. */
  readonly tested?: TestedToken;
}

/** The keys of all providers that have any. */
export type Keyring = { readonly [provider in ProviderId]?: Kept };

/** All that is kept. `vault`, present where a passphrase is set: as it was stored, still to be parsed. */
export type StoredKeys = { readonly vault: unknown } | { readonly plain: Keyring };

/** Reads what counts. Rejects where the browser cannot read it, or does not answer in time. */
export async function readStoredKeys(): Promise<StoredKeys> {
  const vault = await readVault();
  return vault === undefined ? { plain: await readPlainKeys() } : { vault };
}

/** The vault as it was stored; undefined where no passphrase is set. */
export function readVault(): Promise<unknown> {
  return get<unknown>(VAULT, sealed.store);
}

export function writeVault(vault: Envelope): Promise<void> {
  return set(VAULT, vault, sealed.store);
}

/** What the key in session memory is wrapped with, as long as it is unlocked; it cannot be exported, and opens nothing by itself. */
export function readHolder(): Promise<CryptoKey | undefined> {
  return get<CryptoKey>(HOLDER, sealed.store);
}

export function writeHolder(holder: CryptoKey): Promise<void> {
  return set(HOLDER, holder, sealed.store);
}

export function removeHolder(): Promise<void> {
  return del(HOLDER, sealed.store);
}

/** Keys without a passphrase. */
export async function readPlainKeys(): Promise<Keyring> {
  return Object.fromEntries(await entries<ProviderId, Kept>(plain.store)) as Keyring;
}

/** Keeps these keys, and no others, without a passphrase. */
export async function writePlainKeys(keyring: Keyring): Promise<void> {
  const gone = [...(await entries<ProviderId, Kept>(plain.store))].map(([id]) => id).filter((id) => !keyring[id]);
  await setMany(Object.entries(keyring), plain.store);
  for (const id of gone) await del(id, plain.store);
}

/** Removes what a passphrase has made needless, files and all. */
export function destroyPlainKeys(): Promise<void> {
  return emptyAndDestroy(plain);
}

export function destroyVault(): Promise<void> {
  return emptyAndDestroy(sealed);
}

async function emptyAndDestroy({ store, destroy }: KeyDatabase): Promise<void> {
  // One that cannot be opened goes all the same: it is the way out for who cannot read their keys.
  await clear(store).catch(() => undefined);
  await destroy();
}
