import type { Page } from 'puppeteer-core';
import type { TabState } from '../../lib/domain/tab-state.ts';
import { enableSites, findTab } from '../e2e/tab-states.ts';
import { waitUntil } from '../e2e/view.ts';

interface ExtensionApi {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
  readonly storage: { readonly session: { get(key: string): Promise<Record<string, TabState | undefined>> } };
}

/**
 * Enables the site of an open page, so that the content script starts in it: beside a page at rest, all that then happens is its
 * own work. Waits until the id has been reported, without touching the page: looking for it there would be work, too.
 */
export async function startScript(options: Page, page: Page): Promise<void> {
  await enableSites(options, [new URL(page.url()).origin]);
  const tab = await findTab(options, page.url());
  await waitUntil('the id to be reported', () => options.evaluate(hasFound, `tab:${tab}`));
}

async function hasFound(key: string): Promise<boolean> {
  const { storage } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
  return ((await storage.session.get(key))[key]?.candidates.length ?? 0) > 0;
}

/** Disables the site again: after a reload, the page is without the content script. */
export async function stopScript(options: Page, page: Page): Promise<void> {
  await options.evaluate(async (origin) => {
    const { runtime } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
    await runtime.sendMessage({ type: 'disable-site', input: { origin } });
  }, new URL(page.url()).origin);
}

/** Waits until the page has had nothing to do for a while, drawing included. */
export async function awaitRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
    }
  });
}
