import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyBuild } from '../../demo/browsers/copy-build.ts';
import { launchChromium, type RunningChromium } from '../../demo/browsers/launch.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../demo/browsers/temporary-folder.ts';
import { type Emulator, startEmulator } from '../../demo/emulator/server.ts';
import { askByHand } from './faults/ask-by-hand.ts';
import { findInFiles } from './find-in-files.ts';
import { openExtensionPage } from './open-pages.ts';
import { readMain, readMessages, waitForState } from './pages/conversation.ts';
import { readSession, setPassphrase, unlock } from './pages/lock.ts';
import { draftMaax, draftSocialBoards, saveDraft } from './save-draft.ts';

const PASSPHRASE = 'correct horse battery';

describe('a browser that is started again', () => {
  const profile = makeTemporaryFolder('restart');
  let extensionDir: string;
  let emulator: Emulator;
  let running: RunningChromium;
  let texts: readonly string[];

  const start = () => launchChromium({ extensionDir, userDataDir: profile });

  beforeAll(async () => {
    extensionDir = copyBuild(inject('builds').chrome);
    emulator = await startEmulator();
    running = await start();
    const options = await openExtensionPage(running, 'options.html');
    await saveDraft(options, draftMaax(emulator.url));
    await saveDraft(options, draftSocialBoards(emulator.url));
    await setPassphrase(options, PASSPHRASE);
    const popup = await openExtensionPage(running, 'popup.html');
    await askByHand(popup, 'SocialBoards', '255762');
    texts = (await readMessages(popup)).map(({ text }) => text).filter((text) => /^[ -~]{20,}$/.test(text));
  });

  afterAll(async () => {
    await running?.close();
    await emulator?.close();
    removeTemporaryFolder(profile);
  });

  it('left nothing of a conversation, and no key, on the disk', async () => {
    expect(texts.length).toBeGreaterThan(5);
    await running.close();
    expect(findInFiles(profile, [...texts, 'Ingrid Solberg', 'demo-maax-key', 'demo-refresh-token', 'issued-'])).toEqual([]);
    // The search finds what is there.
    expect(findInFiles(profile, [emulator.url]).length).toBeGreaterThan(0);
  });

  it('is locked, in every view, and asks nobody', async () => {
    emulator.requests.length = 0;
    running = await start();
    for (const path of ['popup.html', 'sidepanel.html', 'options.html']) {
      const view = await openExtensionPage(running, path);
      await waitForState(view, 'locked');
      expect(await view.evaluate(() => document.querySelectorAll('article').length)).toBe(0);
      expect(await readSession(view)).not.toContain('255762');
      await view.page.close();
    }
    expect(emulator.requests).toEqual([]);
  });

  it('opens with the passphrase, and its keys are there', async () => {
    const popup = await openExtensionPage(running, 'popup.html');
    await unlock(popup, PASSPHRASE);
    await waitForState(popup, 'idle');
    expect(await askByHand(popup, 'MAAX AI', '48213')).toMatchObject({ state: 'ready' });
    expect((await readMain(popup)).conversation).toBe('maax:48213');
  });
});
