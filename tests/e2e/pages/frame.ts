import type { Page } from 'puppeteer-core';
import { type View, waitUntil } from '../view.ts';

/** Opens the in-page sidebar by its launcher and answers with the frame's document; Chromium only. */
export async function openFrame(page: Page): Promise<View> {
  const sidebar = await waitUntil('the launcher on the page', async () => (await page.$('backscroll-sidebar')) ?? undefined);
  // The launcher may live in a closed shadow root; the accessibility tree shows it all the same.
  const launcher = await waitUntil('its button', async () => (await sidebar.$('::-p-aria([role="button"])')) ?? undefined);
  await launcher.click();
  return viewFrame(page);
}

/** The document of the in-page sidebar that is open. */
export async function viewFrame(page: Page): Promise<View> {
  const frame = await waitUntil('the frame', async () => {
    // Asked itself: Firefox goes on calling a frame of its extensions about:blank.
    const addresses = await Promise.all(page.frames().map((one) => one.evaluate(() => location.href).catch(() => '')));
    return page.frames()[addresses.findIndex((address) => /^(chrome|moz)-extension:.*\/frame\.html/.test(address))];
  });
  const view: View = { evaluate: (run, ...args) => frame.evaluate(run as never, ...args) as never };
  await waitUntil('the frame to be drawn', () => view.evaluate(() => document.querySelector('main') !== null));
  return view;
}

interface StoredSite {
  readonly origin: string;
  readonly sidebar: object;
}

interface OptionsBrowser {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: {
    readonly local: { get(key: string): Promise<{ sites: readonly StoredSite[] }>; set(value: unknown): Promise<void> };
  };
}

/** Leaves a site's sidebar open, as an agent did on an earlier day; `width` in CSS pixels. */
export async function keepSidebarOpen(options: View, origin: string, width = 380): Promise<void> {
  await options.evaluate(openSidebar, origin, width);
}

/** Behind whatever the background has still to write of the sites. */
async function openSidebar(origin: string, width: number): Promise<void> {
  const globals = globalThis as unknown as { readonly browser?: OptionsBrowser; readonly chrome: OptionsBrowser };
  const { runtime, storage } = globals.browser ?? globals.chrome;
  await runtime.sendMessage({ type: 'enable-site', input: { origin } });
  const { sites } = await storage.local.get('sites');
  const open = (site: StoredSite) => ({ ...site, sidebar: { ...site.sidebar, open: true, width } });
  await storage.local.set({ sites: sites.map((site) => (site.origin === origin ? open(site) : site)) });
}
