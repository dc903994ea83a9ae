import { browser } from 'wxt/browser';

/** A tab as views know it. `url`: only where the browser lets the extension see it. */
export interface SeenTab {
  readonly id: number;
  readonly windowId: number;
  readonly url?: string;
}

/** The active tab of this view's own window. */
export async function findActiveTab(): Promise<SeenTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, windowId: tab.windowId, ...(tab.url === undefined ? {} : { url: tab.url }) };
}

/**
 * Calls back with the active tab of this view's own window, now and whenever it changes, until `signal` aborts.
 * `onActivated` fires for every window, so the tab is asked for anew each time; a tab dragged to another window counts too.
 */
export function watchActiveTab(onTab: (tab: SeenTab | undefined) => void, signal: AbortSignal): void {
  let asked = 0;
  const look = () => {
    const turn = ++asked;
    // Answers can overtake one another: only the last question counts.
    void findActiveTab().then((tab) => turn === asked && !signal.aborted && onTab(tab));
  };
  const { onActivated, onAttached, onDetached, onUpdated } = browser.tabs;
  const { onFocusChanged } = browser.windows;
  const onNavigated = (_: number, change: { url?: string }) => change.url !== undefined && look();
  const events = [onActivated, onAttached, onDetached, onFocusChanged];
  for (const event of events) event.addListener(look);
  onUpdated.addListener(onNavigated);
  signal.addEventListener('abort', () => {
    for (const event of events) event.removeListener(look);
    onUpdated.removeListener(onNavigated);
  });
  look();
}

/** Opens the settings in a tab, or brings them to the front. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Ids of all open tabs. */
export async function listOpenTabs(): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}
