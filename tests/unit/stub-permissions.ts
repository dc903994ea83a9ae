import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Grants exactly `patterns`; the fake browser has no permissions and no scripting of its own. */
export function stubPermissions(patterns: readonly string[]): {
  readonly registered: () => readonly string[];
  /** Tabs in which it was started. */
  readonly injected: number[];
  /** Tabs in which it was told to stop, with the origin. */
  readonly stopped: (readonly [number, string])[];
} {
  const granted = new Set(patterns);
  let scripts: { id: string; matches: string[] }[] = [];
  const injected: number[] = [];
  const stopped: (readonly [number, string])[] = [];
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.has(origin)),
    remove: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.delete(origin)),
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => scripts,
    registerContentScripts: async (added: typeof scripts) => {
      scripts = [...scripts, ...added];
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      scripts = scripts.filter(({ id }) => !ids.includes(id));
    },
    executeScript: async ({ target, files }: { target: { tabId: number }; files?: readonly string[] }) => {
      if (files) injected.push(target.tabId);
      return [];
    },
  });
  Object.assign(fakeBrowser.tabs, {
    sendMessage: async (tab: number, { stop }: { stop: string }) => {
      stopped.push([tab, stop]);
    },
  });
  return { registered: () => scripts.flatMap(({ matches }) => matches), injected, stopped };
}
