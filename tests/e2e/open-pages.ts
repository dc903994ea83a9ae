import type { Page, Target } from 'puppeteer-core';
import {
  evaluateInFirefoxPopup,
  evaluateInFirefoxSidebar,
  showFirefoxPopup,
  showFirefoxSidebar,
} from '../../demo/browsers/firefox-window.ts';
import type { RunningBrowser, RunningChromium } from '../../demo/browsers/launch.ts';
import { locate, type View, viewPage, waitUntil } from './view.ts';

export type PageView = View & { readonly page: Page };

/** One of the extension's own pages in a new tab, rendered. */
export async function openExtensionPage(running: RunningBrowser, path: string): Promise<PageView> {
  const page = await running.browser.newPage();
  const url = new URL(path, running.extensionUrl).href;
  const navigation = page.goto(url);
  // Firefox opens its extension pages and never says that it has.
  if (running.kind === 'firefox') navigation.catch(() => undefined);
  else await navigation;
  const view = { ...viewPage(page), page };
  await waitUntil(`${path} to be drawn`, () => view.evaluate(isDrawn, url));
  return view;
}

/** The popup over the page that is in front; Chromium only. */
export async function openPopup(running: RunningChromium, page: Page): Promise<PageView> {
  await page.bringToFront();
  const opened = awaitNewTarget(running, 'popup.html');
  await page.triggerExtensionAction(running.extension);
  return viewTarget(await opened, running);
}

/** The popup over the page that is in front, in either browser. */
export async function openAnyPopup(running: RunningBrowser, page: Page): Promise<View> {
  if (isChromium(running)) return openPopup(running, page);
  await page.bringToFront();
  await showFirefoxPopup(running.browser);
  const view: View = { evaluate: (run, ...args) => evaluateInFirefoxPopup(running.browser, run, ...args) };
  await waitUntil('the popup to be drawn', () => view.evaluate(isDrawn, `${running.extensionUrl}popup.html`));
  return view;
}

/** The real side panel, opened as an agent does: Chromium by the popup's button, Firefox by its sidebar command. */
export async function openSidePanel(running: RunningBrowser, page: Page): Promise<View> {
  await page.bringToFront();
  if (isChromium(running)) return openChromiumPanel(running, page);
  await showFirefoxSidebar(running.browser);
  const view: View = { evaluate: (run, ...args) => evaluateInFirefoxSidebar(running.browser, run, ...args) };
  await waitUntil('the sidebar to be drawn', () => view.evaluate(isDrawn, `${running.extensionUrl}sidepanel.html`));
  return view;
}

export function isChromium(running: RunningBrowser): running is RunningChromium {
  return running.kind === 'chromium';
}

async function openChromiumPanel(running: RunningChromium, page: Page): Promise<PageView> {
  const popup = await openPopup(running, page);
  const opened = awaitNewTarget(running, 'sidepanel.html');
  const clicked = locate(popup.page, { role: 'button', name: 'Open side panel' })
    .click()
    .catch((error: unknown) => {
      // The popup may close under the click; that is its success.
      if (!popup.page.isClosed()) throw error;
    });
  const target = await Promise.race([opened, clicked.then(() => opened)]);
  const view = await viewTarget(target, running);
  await waitUntil('the side panel to have its width', () => view.evaluate(() => innerWidth > 0));
  return view;
}

/** A tab, panel or popup that is not there yet. */
function awaitNewTarget(running: RunningBrowser, path: string): Promise<Target> {
  const before = new Set(running.browser.targets());
  const url = running.extensionUrl + path;
  return running.browser.waitForTarget((target) => !before.has(target) && target.url().split(/[?#]/)[0] === url);
}

async function viewTarget(target: Target, running: RunningBrowser): Promise<PageView> {
  const page = await target.asPage();
  const view = { ...viewPage(page), page };
  await waitUntil(`${target.url()} to be drawn`, () => view.evaluate(isDrawn, running.extensionUrl));
  return view;
}

function isDrawn(url: string): boolean {
  return location.href.startsWith(url) && document.readyState === 'complete' && document.querySelector('main') !== null;
}
