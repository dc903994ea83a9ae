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
