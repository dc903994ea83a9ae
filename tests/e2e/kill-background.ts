import { evaluateInFirefoxWindow } from '../../demo/browsers/firefox-window.ts';
import type { RunningBrowser } from '../../demo/browsers/launch.ts';
import { isChromium, type PageView } from './open-pages.ts';

/** Ends the extension's background, as the browsers do when it has been idle: whatever was in its memory is gone. */
export async function killBackground(running: RunningBrowser, own: PageView): Promise<void> {
  if (isChromium(running)) {
    const session = await own.page.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
    return;
  }
  await evaluateInFirefoxWindow(
    running.browser,
    `WebExtensionPolicy.getByID('backscroll@backscroll.app').extension.terminateBackground({ ignoreDevToolsAttached: true }).then(() => true)`,
  );
}
