import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../../demo/emulator/server.ts';
import { PROVIDER_IDS } from '../../../lib/domain/ref.ts';
import { killBackground } from '../kill-background.ts';
import { openExtensionPage, type PageView } from '../open-pages.ts';
import { draftMaax, draftSocialBoards, saveDraft } from '../save-draft.ts';
import { type Stage, setStage } from '../stage.ts';
import { waitUntil } from '../view.ts';
import { askByHand, type Outcome } from './ask-by-hand.ts';
import { type Gate, type GatePoint, startGate } from './gate.ts';
import { NAMES, pathOf } from './run-matrix.ts';

const IDS = { maax: '48213', socialboards: '254626' } as const;
/** A view has recovered, or offers to ask again, within this time. */
const LIMIT_MS = 10_000;
const [OLD_KEY, NEW_KEY] = ['old-key-1234567890', 'new-key-1234567890'];

describe.each(['chromium', 'firefox'] as const)('a background that ends, in %s', (browser) => {
  let stage: Stage;
  let gate: Gate;
  let other: Emulator;
  let options: PageView;
  let popup: PageView;

  beforeAll(async () => {
    [gate, other] = await Promise.all([startGate(), startEmulator()]);
    stage = await setStage(browser, { prepare: gate.prepare, isWorkerKilled: true });
    options = await openExtensionPage(stage.running, 'options.html');
    popup = await openExtensionPage(stage.running, 'popup.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
    await saveDraft(options, draftSocialBoards(stage.emulator.url));
    await askByHand(popup, NAMES.socialboards, '255762');
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), gate?.close(), other?.close()]);
  });

  const kill = () => killBackground(stage.running, options);
  const expectRecovered = (outcome: Outcome) => {
    expect(outcome.took).toBeLessThan(LIMIT_MS);
    if (outcome.state === 'failed') expect(outcome.actions).toEqual(['Try again']);
    else expect(outcome.state).toBe('ready');
  };

  describe.each(PROVIDER_IDS)('while it asks %s', (provider) => {
    const id = IDS[provider];
    const count = () => stage.emulator.requests.filter(({ path }) => path.split('?')[0] === pathOf(provider, id)).length;

    it.each<[string, GatePoint, number]>([
      ['before the request', 'before-fetch', 1],
      ['between the answer and its being kept', 'after-answer', 2],
    ])('%s: the view asks the next one', async (_, point, requests) => {
      stage.emulator.requests.length = 0;
      const held = gate.hold(point);
      const asked = askByHand(popup, NAMES[provider], id);
      await held;
      await kill();
      expectRecovered(await asked);
      expect(count()).toBeLessThanOrEqual(requests);
    });

    it('in the middle of the answer: the view asks the next one', async () => {
      stage.emulator.requests.length = 0;
      const slow = { match: { path: `/${id}` }, respond: { status: 200, body: '{"', hang: true }, times: 1 };
      stage.emulator.rules.add(slow);
      const asked = askByHand(popup, NAMES[provider], id);
      await waitUntil('the request', async () => count() === 1);
      await kill();
      expectRecovered(await asked);
      expect(count()).toBeLessThanOrEqual(2);
    });
  });

  it.each(['in the middle of a renewal’s answer', 'between a renewal’s answer and its being kept'])(
    '%s: the view asks the next one, and no token is lost',
    async (moment) => {
      const isMiddle = moment.startsWith('in the middle');
      stage.emulator.state.issued.clear();
      // Saved anew, without the access token of before: the first request is the renewal.
      await saveDraft(options, draftSocialBoards(stage.emulator.url));
      stage.emulator.requests.length = 0;
      const renewals = () => stage.emulator.requests.filter(({ path }) => path === '/token').length;
      if (isMiddle)
        stage.emulator.rules.add({ match: { path: '/token' }, respond: { status: 200, body: '{"', hang: true }, times: 1 });
      const held = isMiddle ? undefined : gate.hold('after-answer');
      const asked = askByHand(popup, NAMES.socialboards, IDS.socialboards);
      await (held ?? waitUntil('the renewal', async () => renewals() === 1));
      await kill();
      expectRecovered(await asked);
      expect(await askByHand(popup, NAMES.socialboards, IDS.socialboards)).toMatchObject({ state: 'ready' });
      expect(renewals()).toBe(2);
    },
  );

  it('in the middle of a save: the settings are the old or the new, and each key goes to its own address only', async () => {
    stage.emulator.state.keys = { ...stage.emulator.state.keys, maaxKey: OLD_KEY };
    other.state.keys = { ...other.state.keys, maaxKey: NEW_KEY };
    for (const delay of ['gate', 0, 1, 2, 4, 8, 16] as const) {
      await saveDraft(options, draftMaax(stage.emulator.url, OLD_KEY));
      stage.emulator.requests.length = other.requests.length = 0;
      const held = delay === 'gate' ? gate.hold('before-settings') : new Promise((resolve) => setTimeout(resolve, delay));
      const saved = saveDraft(options, draftMaax(other.url, NEW_KEY)).catch(() => undefined);
      await held;
      await kill();
      await saved;
      expect(await askByHand(popup, NAMES.maax, IDS.maax)).toMatchObject({ state: 'ready' });
      for (const { headers } of stage.emulator.requests) expect(headers['2hd-api-key']).toBe(OLD_KEY);
      for (const { headers } of other.requests) expect(headers['2hd-api-key']).toBe(NEW_KEY);
      expect(stage.emulator.requests.length + other.requests.length).toBeGreaterThan(0);
    }
  });
});

describe('a Firefox that ends its background as soon as it can', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage('firefox', { prefs: { 'extensions.background.idle.timeout': 200 } });
  });

  afterAll(async () => {
    await stage?.close();
  });

  it('still gives slow answers, and keeps keys, access tokens and what it knows of a chat system', async () => {
    const options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftMaax(stage.emulator.url));
    await saveDraft(options, draftSocialBoards(stage.emulator.url));
    const popup = await openExtensionPage(stage.running, 'popup.html');
    for (const provider of PROVIDER_IDS) {
      stage.emulator.rules.add({ match: { path: `/${IDS[provider]}` }, respond: { delayMs: 1_500 }, times: 1 });
      const outcome = await askByHand(popup, NAMES[provider], IDS[provider]);
      expect(outcome).toMatchObject({ state: 'ready', conversation: `${provider}:${IDS[provider]}` });
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    expect(stage.emulator.requests.filter(({ path }) => path === '/token').length).toBe(1);
  });
});
