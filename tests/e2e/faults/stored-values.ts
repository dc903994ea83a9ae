import type { View } from '../view.ts';

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  set(values: object): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

interface ExtensionApi {
  readonly storage: { readonly local: Area; readonly session: Area };
}

/** Everything in `storage.local`. The view is one of the extension's own. */
export function readLocal(view: View): Promise<Record<string, unknown>> {
  return view.evaluate(() => {
    const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    return (scope.browser ?? scope.chrome).storage.local.get(null);
  });
}

/** Writes past the product, as a damaged disk or another version of the extension would. `undefined` removes. */
export function writeStored(view: View, area: 'local' | 'session', values: Record<string, unknown>): Promise<void> {
  return view.evaluate(
    async (name, text) => {
      const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
      const store = (scope.browser ?? scope.chrome).storage[name];
      const all = Object.entries(JSON.parse(text) as Record<string, unknown>);
      await store.remove(all.filter(([, value]) => value === null).map(([key]) => key));
      await store.set(Object.fromEntries(all.filter(([, value]) => value !== null)));
    },
    area,
    JSON.stringify(values),
  );
}

/** Fills an area until the browser takes no more. Chromium counts texts of fewer than 16 signs as nothing in its memory. */
export function fillStorage(view: View, area: 'local' | 'session'): Promise<void> {
  return view.evaluate(async (name) => {
    const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    const store = (scope.browser ?? scope.chrome).storage[name];
    let count = 0;
    for (let size = 4 * 1024 * 1024; size >= 32; ) {
      try {
        await store.set({ [`filler:${count}`]: 'x'.repeat(size) });
        count += 1;
      } catch {
        size = Math.floor(size / 2);
      }
    }
  }, area);
}

/** Takes out what `fillStorage` put in. */
export function emptyStorage(view: View, area: 'local' | 'session'): Promise<void> {
  return view.evaluate(async (name) => {
    const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    const store = (scope.browser ?? scope.chrome).storage[name];
    await store.remove(Object.keys(await store.get(null)).filter((key) => key.startsWith('filler:')));
  }, area);
}
