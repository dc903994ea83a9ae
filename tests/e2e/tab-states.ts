import type { Page } from 'puppeteer-core';
import type { FrameReport, TabState } from '../../lib/domain/tab-state.ts';
import { waitUntil } from './view.ts';

interface SessionArea {
  get(keys: readonly string[]): Promise<Record<string, unknown>>;
  readonly onChanged: { addListener(run: (changes: object) => void): void; removeListener(run: (changes: object) => void): void };
}

interface ExtensionApi {
  readonly storage: { readonly session: SessionArea };
  readonly tabs: { query(query: object): Promise<readonly { readonly id: number; readonly url?: string }[]> };
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
}

/** What is read of a tab: its state as the views see it, and which document of the top frame it was said of. */
export interface SeenTab {
  readonly state: TabState;
  readonly document: string;
}

/** Enables sites with the options page's own message; their hosts are granted already. */
export async function enableSites(options: Page, origins: readonly string[]): Promise<void> {
  await options.evaluate(async (all) => {
    const { runtime } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
    for (const origin of all) await runtime.sendMessage({ type: 'enable-site', input: { origin } });
  }, origins);
}

/** The browser's number of the tab that shows `url`; its host must be granted. */
export function findTab(extensionPage: Page, url: string): Promise<number> {
  return waitUntil(`the tab of ${url}`, () =>
    extensionPage.evaluate(async (wanted) => {
      const tabs = await (globalThis as unknown as { chrome: ExtensionApi }).chrome.tabs.query({});
      return tabs.find((tab) => tab.url === wanted)?.id;
    }, url),
  );
}

/** Waits for the settled state of a tab, said of another document than `before`. */
export async function awaitSettled(extensionPage: Page, tab: number, before: string, timeoutMs = 30_000): Promise<SeenTab> {
  const seen = await extensionPage.evaluate(
    async (id, old, limit) => {
      const { session } = (globalThis as unknown as { chrome: ExtensionApi }).chrome.storage;
      const keys = [`tab:${id}`, `reports:${id}`];
      const read = async () => {
        const found = await session.get(keys);
        const state = found[`tab:${id}`] as TabState | undefined;
        const top = (found[`reports:${id}`] as readonly FrameReport[] | undefined)?.find(({ frame }) => frame === 0);
        return { state, document: top?.document ?? '' };
      };
      return new Promise<Awaited<ReturnType<typeof read>>>((resolve) => {
        const look = async (isLast = false) => {
          const now = await read();
          if (!isLast && !(now.state?.settled && now.document !== '' && now.document !== old)) return;
          session.onChanged.removeListener(onChanged);
          resolve(now);
        };
        const onChanged = () => void look();
        session.onChanged.addListener(onChanged);
        setTimeout(() => void look(true), limit);
        void look();
      });
    },
    tab,
    before,
    timeoutMs,
  );
  if (!seen.state?.settled || seen.document === before) throw new Error(`Tab ${tab} did not settle: ${JSON.stringify(seen)}`);
  return { state: seen.state, document: seen.document };
}
