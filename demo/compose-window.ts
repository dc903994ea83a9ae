import type { Browser } from 'puppeteer-core';

interface Halves {
  /** PNG of the page, and of the side panel beside it. */
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  readonly scheme: 'light' | 'dark';
}

/**
 * Page and side panel side by side, as the window shows them: a browser photographs a page and its panel only one by one.
 * Answers with a PNG.
 */
export async function composeWindow(browser: Browser, { left, right, scheme }: Halves): Promise<Uint8Array> {
  const page = await browser.newPage();
  const line = scheme === 'dark' ? '#3c4043' : '#dadce0';
  const [desk, panel] = [left, right].map((png) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`);
  await page.setContent(`<style>body { margin: 0 } div { display: inline-flex; vertical-align: top } img + img { border-left: 1px solid ${line} }</style>
    <div><img src="${desk}"><img src="${panel}"></div>`);
  const window = await page.waitForSelector('div');
  const png = await window?.screenshot();
  await page.close();
  if (!png) throw new Error('The picture could not be composed.');
  return png;
}
