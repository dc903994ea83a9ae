import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyBuild } from '../../demo/browsers/copy-build.ts';
import { launchChromium, type RunningChromium } from '../../demo/browsers/launch.ts';
import { makeTemporaryFolder } from '../../demo/browsers/temporary-folder.ts';
import { startEmulator } from '../../demo/emulator/server.ts';
import { startHelpdesk } from '../../demo/helpdesk/server.ts';
import { openExtensionPage, openSidePanel } from './open-pages.ts';
import { waitForState } from './pages/conversation.ts';
import { enableSite, setUpProviders } from './stage.ts';
import { waitUntil } from './view.ts';

interface Registered {
  readonly matches: readonly string[];
  readonly persistAcrossSessions: boolean;
}

async function readRegistered(running: RunningChromium): Promise<readonly Registered[]> {
  const options = await openExtensionPage(running, 'options.html');
  return options.evaluate(() => {
    const { scripting } = (globalThis as unknown as { chrome: { scripting: Record<string, () => Promise<Registered[]>> } }).chrome;
    return scripting.getRegisteredContentScripts?.() ?? [];
  });
}

/** A browser that is closed for the night. An unpacked build is loaded anew with it: all that it had registered is lost. */
describe('the next morning', () => {
  let emulator: Awaited<ReturnType<typeof startEmulator>>;
  let helpdesk: Awaited<ReturnType<typeof startHelpdesk>>;
  let running: RunningChromium;
  let registered: readonly Registered[];

  beforeAll(async () => {
    [emulator, helpdesk] = await Promise.all([startEmulator(), startHelpdesk()]);
    const request = { extensionDir: copyBuild(inject('builds').chrome), userDataDir: makeTemporaryFolder('profile') };
    const evening = await launchChromium(request);
    await setUpProviders({ running: evening, emulator });
    await enableSite({ running: evening }, helpdesk.url);
    registered = await readRegistered(evening);
    await evening.close();
    running = await launchChromium(request);
  });

  afterAll(async () => {
    await Promise.all([running?.close(), emulator?.close(), helpdesk?.close()]);
  });

  // An unpacked build cannot show it: what was registered is gone, and registered anew at the start.
  it('the browser itself was told to start what runs on the helpdesk', () => {
    expect(registered).toEqual([expect.objectContaining({ matches: [`${helpdesk.url}/*`], persistAcrossSessions: true })]);
  });

  it('the helpdesk is still enabled, the key still there, and the conversation shows by itself', async () => {
    const page = await running.browser.newPage();
    await page.goto(helpdesk.ticketUrl(1043));
    const panel = await openSidePanel(running, page);
    await waitForState(panel, 'ready', 'maax:48213');
    await waitUntil('the launcher', () => page.evaluate(() => document.querySelector('backscroll-sidebar') !== null));
  });
});
