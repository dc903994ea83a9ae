import type { Page } from 'puppeteer-core';
import { type View, waitUntil } from '../view.ts';

/** Puts the in-page sidebar's document into a page, as many frames deep, and answers with it; nothing need be drawn in it. */
export async function embedFrame(page: Page, frameUrl: string, depth: 1 | 2): Promise<View> {
  await page.evaluate(
    (url, levels) => {
      let parent: HTMLElement = document.body;
      for (let level = 1; level < levels; level += 1) {
        const between = document.createElement('iframe');
        parent.append(between);
        parent = between.contentDocument?.body as HTMLElement;
      }
      const frame = document.createElement('iframe');
      frame.src = `${url}#forged`;
      parent.append(frame);
    },
    frameUrl,
    depth,
  );
  const frame = await waitUntil('the frame', async () => {
    // Asked itself: Firefox goes on calling a frame of its extensions about:blank.
    const addresses = await Promise.all(page.frames().map((one) => one.evaluate(() => location.href).catch(() => '')));
    return page.frames()[addresses.findIndex((address) => /^(chrome|moz)-extension:.*\/frame\.html#forged/.test(address))];
  });
  return { evaluate: (run, ...args) => frame.evaluate(run as never, ...args) as never };
}
