import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateInFirefoxWindow } from '../../demo/browsers/firefox-window.ts';
import type { RunningBrowser } from '../../demo/browsers/launch.ts';
import { openExtensionPage, openSidePanel } from './open-pages.ts';
import { waitForState } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { type View, waitUntil } from './view.ts';

interface ExtensionGlobals {
  readonly chrome: { readonly runtime: { reload: () => void; getManifest: () => { readonly version: string } } };
}

const NEXT = '9.9.9';

interface DeveloperApi {
  readonly updateProfileConfiguration: (changed: object) => Promise<void>;
}

/** Otherwise Chromium disables an unpacked build when it is loaded again. */
async function allowReload(stage: Stage): Promise<void> {
  const extensions = await stage.visit('chrome://extensions');
  await extensions.evaluate(() => {
    const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: DeveloperApi } }).chrome;
    return developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  await extensions.close();
}

/** Whether no tab of Firefox shows a page of the extension any more; nobody but its window says so. */
function isOver({ browser, extensionUrl }: RunningBrowser): Promise<boolean> {
  const url = JSON.stringify(extensionUrl);
  return evaluateInFirefoxWindow(browser, `gBrowser.tabs.every((tab) => !tab.linkedBrowser.currentURI.spec.startsWith(${url}))`);
}

describe.each(['chromium', 'firefox'] as const)('an update while a ticket is open, in %s', (browser) => {
  let stage: Stage;
  let page: Page;
  let panel: View;
  let folder: string;

  beforeAll(async () => {
    stage = await setStage(browser, {
      prepare: (extensionDir) => {
        folder = extensionDir;
      },
    });
    if (browser === 'chromium') await allowReload(stage);
    await setUpProviders(stage);
    await enableSite(stage, stage.helpdesk.url);
    page = await stage.visit(stage.helpdesk.ticketUrl(1043));
    await waitUntil('the launcher', () => page.evaluate(() => document.querySelector('backscroll-sidebar') !== null));
    await page.evaluate(() => {
      document.documentElement.dataset.untouched = 'yes';
      document.querySelector('backscroll-sidebar')?.setAttribute('data-old', '');
    });
  });

  afterAll(async () => {
    await stage?.close();
  });

  const readSidebars = () =>
    page.evaluate(() => ({
      old: document.querySelectorAll('backscroll-sidebar[data-old]').length,
      all: document.querySelectorAll('backscroll-sidebar').length,
    }));

  it('ends the old script with all that it put into the page, and starts the new one', async () => {
    const manifest = join(folder, 'manifest.json');
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version: NEXT }));
    const options = await openExtensionPage(stage.running, 'options.html');
    // The page that asks for it goes, too.
    await options.evaluate(() => (globalThis as unknown as ExtensionGlobals).chrome.runtime.reload()).catch(() => undefined);
    // Firefox cannot turn from a page that is just going.
    if (browser === 'firefox') await waitUntil('the end of that page', () => isOver(stage.running));
    await page.bringToFront();
    await waitUntil('the new sidebar', async () => {
      const { old, all } = await readSidebars();
      return old === 0 && all === 1;
    });
    const renewed = await openExtensionPage(stage.running, 'options.html');
    expect(await renewed.evaluate(() => (globalThis as unknown as ExtensionGlobals).chrome.runtime.getManifest().version)).toBe(
      NEXT,
    );
    await renewed.page.close();
  });

  it('goes on with the open ticket and the next one, without loading the page again', async () => {
    panel = await openSidePanel(stage.running, page);
    await waitForState(panel, 'ready', 'maax:48213');
    await page.locator('a[href="/tickets/1042"]').click();
    await waitForState(panel, 'ready', 'socialboards:255762');
    expect(await page.evaluate(() => document.documentElement.dataset.untouched)).toBe('yes');
    expect(await readSidebars()).toEqual({ old: 0, all: 1 });
  });
});
