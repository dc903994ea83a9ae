import { browser } from 'wxt/browser';

/** Shows on the toolbar icon how many conversations a tab's ticket holds; nothing for none. A closed tab is no failure. */
export async function showCount(tabId: number, count: number): Promise<void> {
  const text = count > 0 ? String(count) : '';
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}
