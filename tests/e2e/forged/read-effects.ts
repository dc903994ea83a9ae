import type { View } from '../view.ts';

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  remove(key: string): Promise<void>;
}

interface ExtensionApi {
  readonly storage: { readonly local: Area; readonly session: Area };
}

/** Everything that is stored, but for what tabs hold: what a forged message may have changed. The view is one of the extension's own. */
export function readEffects(view: View): Promise<string> {
  return view.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    const { local, session } = (scope.browser ?? scope.chrome).storage;
    const kept = Object.entries(await session.get(null)).filter(([key]) => !/^(tab|reports):/.test(key));
    return JSON.stringify([await local.get(null), Object.fromEntries(kept)]);
  });
}

/** What a tab holds, as text. */
export function readTab(view: View, tab: number): Promise<string> {
  return view.evaluate(async (id) => {
    const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    const all = await (scope.browser ?? scope.chrome).storage.session.get(null);
    return JSON.stringify(all[`tab:${id}`] ?? null);
  }, tab);
}

/** Forgets what a tab holds: what is there afterwards was said of the page that comes. */
export async function forgetTab(view: View, tab: number): Promise<void> {
  await view.evaluate((id) => {
    const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    return (scope.browser ?? scope.chrome).storage.session.remove(`tab:${id}`);
  }, tab);
}
