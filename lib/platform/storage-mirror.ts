import { browser } from 'wxt/browser';

type Area = 'local' | 'session';
type Values = Readonly<Record<string, unknown>>;
type Changes = Readonly<Record<string, { readonly newValue?: unknown }>>;

/** Small values that are read for nearly every message. Conversations are not: they are large, and read once. */
const HELD: Readonly<Record<Area, RegExp>> = {
  local: /^(?:providers|sites|rules|shapes|lock)$/,
  session: /^(?:(?:reports|standing):.*|lock|unlocked|unreadableKeys|copies)$/,
};

/** Browser storage with what was read or written last held in memory: a round trip to it takes 2 to 5 ms on a busy machine. */
export interface StorageMirror {
  get(area: Area, keys: readonly string[]): Promise<Values>;
  set(area: Area, values: Values): Promise<void>;
  remove(area: Area, keys: readonly string[]): Promise<void>;
}

/** What every other context uses. */
export const STORAGE: StorageMirror = {
  get: (area, keys) => browser.storage[area].get([...keys]),
  set: (area, values) => browser.storage[area].set(values),
  remove: (area, keys) => browser.storage[area].remove([...keys]),
};

/**
 * Makes the mirror of a context that lives as long as it does. A write is held at once, and no longer where the browser refuses it;
 * what others write is forgotten when the browser tells, and read anew.
 */
export function createStorageMirror(): StorageMirror {
  const held = new Map<string, unknown>();
  /** How often a value has changed: a read that began before the last change is not held. */
  const turns = new Map<string, number>();
  const nameOf = (area: Area, key: string) => `${area} ${key}`;

  function change(area: Area, key: string, hold: (name: string) => void): void {
    if (!HELD[area].test(key)) return;
    const name = nameOf(area, key);
    turns.set(name, (turns.get(name) ?? 0) + 1);
    hold(name);
  }
  const hold = (area: Area, key: string, value: unknown) => change(area, key, (name) => held.set(name, value));
  const forget = (area: Area, key: string) => change(area, key, (name) => held.delete(name));

  /** A change that is our own, told of late, changes nothing; any other is read anew, even one that is older than ours. */
  function listen(area: Area): void {
    browser.storage[area].onChanged.addListener((changes: Changes) => {
      for (const [key, { newValue }] of Object.entries(changes)) {
        const name = nameOf(area, key);
        if (!held.has(name) || JSON.stringify(held.get(name)) !== JSON.stringify(newValue)) forget(area, key);
      }
    });
  }
  listen('local');
  listen('session');

  async function write(area: Area, keys: readonly string[], run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      for (const key of keys) forget(area, key);
      throw error;
    }
  }

  return {
    async get(area, keys) {
      const missing = keys.filter((key) => !held.has(nameOf(area, key)));
      const begun = new Map(missing.map((key) => [key, turns.get(nameOf(area, key))]));
      const read = missing.length > 0 ? await STORAGE.get(area, missing) : {};
      for (const key of missing) if (turns.get(nameOf(area, key)) === begun.get(key)) hold(area, key, read[key]);
      const known = keys.filter((key) => !begun.has(key)).map((key) => [key, held.get(nameOf(area, key))] as const);
      return { ...read, ...Object.fromEntries(known.filter(([, value]) => value !== undefined)) };
    },
    set(area, values) {
      for (const [key, value] of Object.entries(values)) hold(area, key, value);
      return write(area, Object.keys(values), () => STORAGE.set(area, values));
    },
    remove(area, keys) {
      for (const key of keys) hold(area, key, undefined);
      return write(area, keys, () => STORAGE.remove(area, keys));
    },
  };
}
