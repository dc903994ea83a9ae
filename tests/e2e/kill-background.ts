import { evaluateInFirefoxWindow } from '../../demo/browsers/firefox-window.ts';
import type { RunningBrowser } from '../../demo/browsers/launch.ts';
import { isChromium, type PageView } from './open-pages.ts';

/** Firefox takes its word back where an event comes in between, or where a listener's promise is open: it is told again then. */
const END_IN_FIREFOX = `(async () => {
  const { extension } = WebExtensionPolicy.getByID('backscroll@backscroll.app');
  const { backgroundContext } = extension;
  while (backgroundContext && extension.backgroundContext === backgroundContext) {
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
})()`;

/** Ends the extension's background, as the browsers do when it has been idle: whatever was in its memory is gone. */
export async function killBackground(running: RunningBrowser, own: PageView): Promise<void> {
  if (isChromium(running)) {
    const session = await own.page.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    return;
  }
  await evaluateInFirefoxWindow(running.browser, END_IN_FIREFOX);
}
