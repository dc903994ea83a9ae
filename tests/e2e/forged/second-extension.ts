import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { evaluateInFirefoxWindow } from '../../../demo/browsers/firefox-window.ts';
import type { RunningBrowser } from '../../../demo/browsers/launch.ts';
import { makeTemporaryFolder } from '../../../demo/browsers/temporary-folder.ts';
import { waitUntil } from '../view.ts';

const GECKO_ID = 'second@example.com';

/** Installs another extension beside ours and opens its page. */
export async function openSecondExtension({ kind, browser }: RunningBrowser): Promise<Page> {
  const folder = makeTemporaryFolder('second');
  const manifest = {
    manifest_version: 3,
    name: 'Second',
    version: '1',
    browser_specific_settings: { gecko: { id: GECKO_ID } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Second</title><p id="second">Second</p>');
  const id = await browser.installExtension(folder);
  const host =
    kind === 'chromium'
      ? id
      : await evaluateInFirefoxWindow<string>(browser, `WebExtensionPolicy.getByID('${GECKO_ID}').mozExtensionHostname`);
  const page = await browser.newPage();
  const navigation = page.goto(`${kind === 'chromium' ? 'chrome' : 'moz'}-extension://${host}/page.html`);
  if (kind === 'firefox') navigation.catch(() => undefined);
  else await navigation;
  await waitUntil('the second extension', () => page.evaluate(() => document.querySelector('#second') !== null));
  return page;
}
