import { browser } from 'wxt/browser';

interface Sidebar {
  open: () => Promise<void>;
}

/** Opens the browser's side panel (Chrome, Edge) or sidebar (Firefox). Must be called in a click's own task. */
export async function openPanel(windowId: number): Promise<void> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: Sidebar };
  await (sidebarAction ? sidebarAction.open() : browser.sidePanel.open({ windowId }));
}

/** Opens the popup over the window in front; where the browser will not, as a page in a tab. */
export async function openLookUp(): Promise<void> {
  await browser.action.openPopup().catch(() => browser.tabs.create({ url: browser.runtime.getURL('/popup.html') }));
}
