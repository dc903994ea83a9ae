import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOPBACK_HOSTS } from '../../../demo/browsers/copy-build.ts';
import { openExtensionPage, type PageView } from '../open-pages.ts';
import { readFailure, waitForState } from '../pages/conversation.ts';
import { draftMaax, draftSocialBoards, saveDraft } from '../save-draft.ts';
import { type Stage, setStage } from '../stage.ts';
import { waitUntil } from '../view.ts';
import { askByHand } from './ask-by-hand.ts';
import { createNetworkSwitch } from './go-offline.ts';
import { NAMES } from './run-matrix.ts';

describe.each(['chromium', 'firefox'] as const)('a computer without a network, in %s', (browser) => {
  let stage: Stage;
  let popup: PageView;
  let setOffline: (isOffline: boolean) => Promise<void>;

  beforeAll(async () => {
    stage = await setStage(browser, { hosts: [...LOOPBACK_HOSTS, 'https://*.invalid/*'] });
    const options = await openExtensionPage(stage.running, 'options.html');
    // Firefox reaches this machine without a network, too: there, the chat system is elsewhere.
    const url = browser === 'chromium' ? stage.emulator.url : 'https://chat.backscroll.invalid';
    await saveDraft(options, draftMaax(url));
    await saveDraft(options, draftSocialBoards(url));
    await options.page.close();
    popup = await openExtensionPage(stage.running, 'popup.html');
    setOffline = await createNetworkSwitch(stage.running, popup);
  });

  afterAll(() => stage?.close());

  // Of SocialBoards, the access token is the first that cannot be had.
  it.each([
    ['maax', '48213', 1],
    ['socialboards', '255762', 2],
  ] as const)(
    'is said to be offline, at once, and asks %s again once, by itself, when the network is back',
    async (provider, id, asked) => {
      stage.emulator.requests.length = 0;
      await setOffline(true);
      const outcome = await askByHand(popup, NAMES[provider], id);
      expect(outcome).toMatchObject({ state: 'failed', failure: 'offline', actions: ['Try again'] });
      expect(outcome.sentence).toBe(`This computer is offline, so ${NAMES[provider]} cannot be asked.`);
      expect(outcome.took).toBeLessThan(12_000);
      expect(stage.emulator.requests).toEqual([]);
      await setOffline(false);
      if (browser === 'firefox') {
        await waitUntil('the look-up to be made', async () => (await readFailure(popup))?.kind === 'unreachable');
        return;
      }
      await waitForState(popup, 'ready', `${provider}:${id}`);
      expect(stage.emulator.requests.length).toBe(asked);
    },
  );
});
