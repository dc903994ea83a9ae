import { createStore, del, get, set } from 'idb-keyval';
import type { Secrets } from '../domain/provider-settings.ts';
import type { ProviderId } from '../domain/ref.ts';

/**
 * Secrets lie in the extension's own IndexedDB: content scripts see the page's databases only, in Chromium and in Firefox,
 * while Firefox lets them read `storage.local`. Imported by the background alone.
 */
const store = createStore('backscroll', 'keys');

interface Kept {
  readonly secrets: Secrets;
  /** `expiresAt`: ms since the epoch. */
  readonly grant?: { readonly accessToken: string; readonly expiresAt: number };
}

/** Everything kept for a provider; empty when nothing is. */
export async function readKeys(provider: ProviderId): Promise<Kept> {
  return (await get<Kept>(provider, store)) ?? { secrets: {} };
}

export async function writeKeys(provider: ProviderId, kept: Kept): Promise<void> {
  await set(provider, kept, store);
}

export async function forgetKeys(provider: ProviderId): Promise<void> {
  await del(provider, store);
}
