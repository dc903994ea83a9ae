import type { Page } from 'puppeteer-core';
import type { FrameReport, TabState } from '../../lib/domain/tab-state.ts';
import { waitUntil } from './view.ts';

type Listener = (changes: Record<string, { readonly newValue?: unknown }>) => void;

interface SessionArea {
  get(keys: readonly string[]): Promise<Record<string, unknown>>;
  readonly onChanged: { addListener(run: Listener): void; removeListener(run: Listener): void };
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

interface Wanted {
  /** The document before: what was said of it does not count. */
  readonly before: string;
  /** The ids to find, as in the labels. A busy machine may call a page quiet before its frames or its last change are there. */
  readonly ids: readonly string[];
  readonly timeoutMs?: number;
}

/** Waits for the settled state of a tab with these ids; where those do not come, for what it holds at the end. */
export async function awaitSettled(extensionPage: Page, tab: number, wanted: Wanted): Promise<SeenTab> {
  const { before, ids, timeoutMs = 12_000 } = wanted;
  const seen = await extensionPage.evaluate(watchTab, tab, before, ids, timeoutMs);
  if (!seen.state?.settled || seen.document === before) throw new Error(`Tab ${tab} did not settle: ${JSON.stringify(seen)}`);
  return { state: seen.state, document: seen.document };
}

/** Runs in a page of the extension. */
async function watchTab(tab: number, before: string, ids: readonly string[], limit: number) {
  const { session } = (globalThis as unknown as { chrome: ExtensionApi }).chrome.storage;
  const read = async () => {
    const found = await session.get([`tab:${tab}`, `reports:${tab}`]);
    const state = found[`tab:${tab}`] as TabState | undefined;
    const top = (found[`reports:${tab}`] as readonly FrameReport[] | undefined)?.find(({ frame }) => frame === 0);
    return { state, document: top?.document ?? '' };
  };
  return new Promise<Awaited<ReturnType<typeof read>>>((resolve) => {
    const look = async (isLast = false) => {
      const now = await read();
      const taken = now.state?.candidates.filter(({ refusal }) => !refusal) ?? [];
      const names = taken.map(({ provider, id }) => (provider ? `${provider}:${id}` : id)).join();
      const isThere =
        now.state?.settled && now.document !== '' && now.document !== before && (ids.length === 0 || names === ids.join());
      if (!isLast && !isThere) return;
      session.onChanged.removeListener(onChanged);
      resolve(now);
    };
    const onChanged = () => void look();
    session.onChanged.addListener(onChanged);
    setTimeout(() => void look(true), limit);
    void look();
  });
}

type Records = Record<number, TabState[]>;

/** Begins to note every state that a tab takes. */
export async function recordTab(extensionPage: Page, tab: number): Promise<void> {
  await extensionPage.evaluate((id) => {
    const scope = globalThis as unknown as { chrome: ExtensionApi; records?: Records; isRecording?: boolean };
    scope.records = { ...scope.records, [id]: [] };
    if (scope.isRecording) return;
    scope.isRecording = true;
    scope.chrome.storage.session.onChanged.addListener((changes) => {
      for (const [key, { newValue }] of Object.entries(changes)) {
        if (key.startsWith('tab:') && newValue) scope.records?.[Number(key.slice(4))]?.push(newValue as TabState);
      }
    });
  }, tab);
}

/** Every state since the recording began. */
export function readRecords(extensionPage: Page, tab: number): Promise<readonly TabState[]> {
  return extensionPage.evaluate((id) => (globalThis as unknown as { records: Records }).records[id] ?? [], tab);
}

/** The same, once the tab has settled on another ticket than `before` with so many ids. */
export function awaitTicket(extensionPage: Page, tab: number, before: string, ids: number): Promise<readonly TabState[]> {
  return waitUntil(`tab ${tab} to settle with ${ids} ids on another ticket than ${before}`, async () => {
    const states = await readRecords(extensionPage, tab);
    const last = states.at(-1);
    const count = last?.candidates.filter(({ refusal }) => !refusal).length ?? 0;
    return last?.settled && last.ticket !== before && count >= ids ? states : undefined;
  });
}
