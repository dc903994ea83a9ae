import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSidePanel } from './open-pages.ts';
import { waitForState } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import type { View } from './view.ts';

/** Chrome has a `browser` of its own from 148 on; below, the polyfill makes one. Every entry loses the native one first. */
function removeNativeBrowser(build: string): void {
  const scripts = [
    'background.js',
    ...['chunks', 'content-scripts'].flatMap((folder) => readdirSync(join(build, folder)).map((name) => join(folder, name))),
  ];
  for (const script of scripts.filter((name) => name.endsWith('.js'))) {
    const path = join(build, script);
    // Imports are hoisted above this line, and each of them begins with it.
    writeFileSync(path, `delete globalThis.browser;\n${readFileSync(path, 'utf8')}`);
  }
}

describe('with the polyfill, as in Chrome 140 to 147', () => {
  let stage: Stage;
  let panel: View;

  beforeAll(async () => {
    stage = await setStage('chromium', { prepare: removeNativeBrowser });
    await setUpProviders(stage);
    await enableSite(stage, stage.helpdesk.url);
    panel = await openSidePanel(stage.running, await stage.visit(stage.helpdesk.ticketUrl(1042)));
  });

  afterAll(() => stage?.close());

  it('has no native browser object left', async () => {
    expect(await panel.evaluate(() => 'browser' in globalThis)).toBe(false);
  });

  it('does the main job all the same', async () => {
    await waitForState(panel, 'ready', 'socialboards:255762');
  });
});
