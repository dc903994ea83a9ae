import type { CDPSession } from 'puppeteer-core';
import { evaluateInFirefoxWindow } from '../../../demo/browsers/firefox-window.ts';
import type { RunningBrowser } from '../../../demo/browsers/launch.ts';
import { isChromium, type PageView } from '../open-pages.ts';

/** Takes the network from the extension's background and from one of its views, or gives it back. */
export async function createNetworkSwitch(running: RunningBrowser, view: PageView): Promise<(isOffline: boolean) => Promise<void>> {
  if (!isChromium(running)) {
    return async (isOffline) => {
      await evaluateInFirefoxWindow(running.browser, `(Services.io.offline = ${isOffline}, true)`);
    };
  }
  const worker = await running.browser.waitForTarget((target) => target.type() === 'service_worker');
  const sessions: readonly CDPSession[] = [await worker.createCDPSession(), await view.page.createCDPSession()];
  for (const session of sessions) await session.send('Network.enable');
  return async (isOffline) => {
    const conditions = { offline: isOffline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    for (const session of sessions) await session.send('Network.emulateNetworkConditions', conditions);
  };
}
