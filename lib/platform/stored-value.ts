import { browser } from 'wxt/browser';
import type { AnswerShape } from '../domain/answer-shape.ts';
import type { CopyEntry } from '../domain/copy.ts';
import type { ConfiguredProvider } from '../domain/provider-settings.ts';
import type { ProviderId } from '../domain/ref.ts';
import type { Site } from '../domain/site.ts';
import type { Standing } from '../domain/standing.ts';
import type { FrameReport, TabState } from '../domain/tab-state.ts';
import type { TaughtRule } from '../domain/taught-rule.ts';
import type { LockFlag, LockSettings, UnlockAttempts, Unlocked } from './lock-state.ts';
import { listenToSession } from './session-line.ts';
import { createStorageMirror, STORAGE } from './storage-mirror.ts';
import type { PopupDraft, Recent } from './view-state.ts';

interface LocalValues {
  providers: Partial<Record<ProviderId, ConfiguredProvider>>;
  sites: readonly Site[];
  /** How histories came last, of providers whose pages do not tell. */
  shapes: Partial<Record<ProviderId, AnswerShape>>;
  lock: LockSettings;
  /** Taught by the agent, of all sites. */
  rules: readonly TaughtRule[];
}

/** Names of the values that outlive the browser. */
export type LocalName = keyof LocalValues;

/** Everything that is kept in browser storage, by area. `local` outlives the browser; `session` is memory only. */
export interface StoredValues {
  local: LocalValues & {
    /** A value that could not be read, set aside as it was found. */
    [name in `broken:${LocalName}`]: unknown;
  };
  session: {
    /** What each frame of a tab said last; the background's own. */
    [tab: `reports:${number}`]: readonly FrameReport[];
    /** What each tab holds. */
    [tab: `tab:${number}`]: TabState;
    recents: readonly Recent[];
    /** Every view watches it. Absent since the browser started: locked where a passphrase is set. */
    lock: LockFlag;
    /** The key while unlocked; the background's own. */
    unlocked: Unlocked;
    /** The browser cannot read the stored keys; absent as long as it can. */
    unreadableKeys: true;
    /** The background's own. */
    attempts: UnlockAttempts;
    popup: PopupDraft;
    /** What a provider said last: whether it may be asked again, and when. */
    [provider: `standing:${string}`]: Standing;
    /** Conversations that are kept, most recently used first; the background's own. */
    copies: readonly CopyEntry[];
    /** A kept conversation as one text: its size is known, and it is not taken apart on the way. Of a long one, the part to start from. */
    [name: `copy:${string}`]: string;
    /** All of a long one. */
    [name: `whole:${string}`]: string;
    /** Origins for which the browser is being asked, so that a popup closed by the prompt loses nothing. */
    wanted: readonly string[];
  };
}

export type Area = keyof StoredValues;
export type Key<A extends Area> = keyof StoredValues[A] & string;

let storage = STORAGE;

/** For the background, once, before it reads anything: small values are held in memory, too. What is lost with it is read anew. */
export function mirrorStorage(): void {
  storage = createStorageMirror();
}

/** Reads a value as it was stored. The background parses it; views trust what the background parsed. */
export async function readValue<A extends Area, K extends Key<A>>(area: A, key: K): Promise<StoredValues[A][K] | undefined> {
  const found = await storage.get(area, [key]);
  return found[key] as StoredValues[A][K] | undefined;
}

/** Reads several values in one go. */
export async function readValues<A extends Area, K extends Key<A>>(
  area: A,
  keys: readonly K[],
): Promise<{ readonly [name in K]?: StoredValues[A][name] }> {
  return (await storage.get(area, keys)) as { readonly [name in K]?: StoredValues[A][name] };
}

export async function writeValue<A extends Area, K extends Key<A>>(area: A, key: K, value: StoredValues[A][K]): Promise<void> {
  await storage.set(area, { [key]: value });
}

/** Writes several values at once: all of them or, where the storage is full, none. */
export async function writeValues<A extends Area>(area: A, values: Partial<StoredValues[A]>): Promise<void> {
  await storage.set(area, values);
}

export async function removeValue<A extends Area>(area: A, key: Key<A>): Promise<void> {
  await storage.remove(area, [key]);
}

export async function removeValues<A extends Area>(area: A, keys: readonly Key<A>[]): Promise<void> {
  await storage.remove(area, keys);
}

/**
 * Calls back with the value as it is now, then at each change of it, until `signal` aborts.
 * Firefox reports unchanged keys too (https://bugzilla.mozilla.org/show_bug.cgi?id=1833153): equal values are passed over.
 */
export function watchValue<A extends Area, K extends Key<A>>(
  area: A,
  key: K,
  onValue: (value: StoredValues[A][K] | undefined) => void,
  signal: AbortSignal,
): void {
  let last: string | undefined;
  let hasChanged = false;
  const pass = (value: unknown) => {
    const text = JSON.stringify(value) ?? '';
    if (signal.aborted || text === last) return;
    last = text;
    onValue(value as StoredValues[A][K] | undefined);
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key];
    if (!change) return;
    hasChanged = true;
    pass(change.newValue);
  };
  if (!browser.storage[area]) {
    listenToSession(key, pass, signal);
    return;
  }
  const changed = browser.storage[area].onChanged;
  changed.addListener(onChanged);
  signal.addEventListener('abort', () => changed.removeListener(onChanged));
  // A change that arrives before the first read answers is newer than that read.
  void readValue(area, key).then((value) => hasChanged || pass(value));
}

/** Moves a value that cannot be read out of the way, kept for repair under `broken:<key>`. */
export async function setAside(name: LocalName, value: unknown): Promise<void> {
  await storage.set('local', { [`broken:${name}`]: value });
  await storage.remove('local', [name]);
}

/** Removes everything from the memory-backed storage but the keys that `isKept` names. */
export async function sweepSession(isKept: (key: string) => boolean): Promise<void> {
  const all = await browser.storage.session.get(null);
  const gone = Object.keys(all).filter((key) => !isKept(key));
  if (gone.length > 0) await storage.remove('session', gone);
}
