import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../../demo/emulator/server.ts';
import { PROVIDER_IDS } from '../../../lib/domain/ref.ts';
import type { BrowserName } from '../launch-build.ts';
import { openExtensionPage } from '../open-pages.ts';
import { draftSocialBoards, saveDraft } from '../save-draft.ts';
import { type Stage, setStage, setUpProviders } from '../stage.ts';
import { waitUntil } from '../view.ts';
import { askByHand } from './ask-by-hand.ts';
import { FAULT_ROWS, RETRY_AFTER } from './fault-rows.ts';
import { NAMES, type Play, runMatrix } from './run-matrix.ts';
import { startWitness, type Witness } from './witness.ts';

const SECRETS = ['demo-maax-key', 'demo-refresh-token', 'issued-'];
/** A failure other than `timeout` is on screen within this time (contract). */
const LIMIT_MS = 12_000;
/** Every request that arrives was made by Backscroll: Chromium repeats by itself on kept connections only, Firefox as often as it may. */
const EMULATION = { keepAlive: false };
const PREFS = { 'network.http.request.max-attempts': 1 };

/** Rows in which the browser is the subject: its connections, its decoding, its redirects. */
const BROWSERS_OWN = /^(redirect|cut|captive|UTF-16|bytes|gzip|50 MB|status 204|no answer at all|a byte a second)/;
const ROWS = { chromium: FAULT_ROWS, firefox: FAULT_ROWS.filter(({ name }) => BROWSERS_OWN.test(name)) };

function listCases(browser: BrowserName) {
  return ROWS[browser].flatMap((row) =>
    PROVIDER_IDS.filter((provider) => row.only === undefined || row.only === provider).map((provider) => ({
      name: `${provider}: ${row.name}`,
      row,
    })),
  );
}

describe.each(['chromium', 'firefox'] as const)('what a chat system may do to a request, in %s', (browser) => {
  let stage: Stage;
  let witness: Witness;
  let chats: Emulator;
  const listRequests = () => [...stage.emulator.requests, ...chats.requests];
  let plays: ReadonlyMap<string, Play>;

  beforeAll(async () => {
    [stage, witness, chats] = await Promise.all([
      setStage(browser, { emulation: EMULATION, prefs: PREFS }),
      startWitness(),
      startEmulator(EMULATION),
    ]);
    await setUpProviders(stage);
    const options = await openExtensionPage(stage.running, 'options.html');
    await saveDraft(options, draftSocialBoards(chats.url));
    const openPopup = () => openExtensionPage(stage.running, 'popup.html');
    const emulators = { maax: stage.emulator, socialboards: chats };
    plays = await runMatrix({ emulators, elsewhere: witness.origin, openPopup }, ROWS[browser]);
  });

  afterAll(async () => {
    await Promise.all([stage?.close(), witness?.close(), chats?.close()]);
  });

  const play = (name: string): Play => plays.get(name) as Play;

  describe.each(listCases(browser))('$name', ({ name, row }) => {
    it('is told in one sentence with one action', () => {
      const { outcome, provider, id } = play(name);
      const { state, failure, conversation } = outcome;
      if (row.told === 'ready')
        return expect({ state, failure, conversation }).toEqual({ state: 'ready', conversation: `${provider}:${id}` });
      expect({ state, failure, conversation }).toEqual({
        state: 'failed',
        failure: row.told.kind,
        conversation: `${provider}:${id}`,
      });
      expect(outcome.sentence).toMatch(row.told.says);
      expect(outcome.sentence).toContain(NAMES[provider]);
      expect(outcome.actions).toEqual([row.told.action]);
      expect(outcome.messages).toBe(0);
      expect(outcome.foreign).toBe(0);
      if (row.told.isPrivate || row.told.kind !== 'unexpected-answer') expect(outcome.raw).toBeUndefined();
    });

    it('costs no more requests and time than it may, and shows no secret', () => {
      const { outcome, requests } = play(name);
      const [least, most] = row.requests ?? [1, 1];
      expect(requests).toBeGreaterThanOrEqual(least);
      expect(requests).toBeLessThanOrEqual(most);
      if (!row.isLong) expect(outcome.took).toBeLessThan(LIMIT_MS);
      else expect(outcome.took).toBeGreaterThan(17_000);
      expect(outcome.took).toBeLessThan(25_000);
      for (const secret of SECRETS) expect(outcome.text).not.toContain(secret);
    });

    it('is over when it is over', () => {
      const { next, provider, id } = play(name);
      expect(next).toMatchObject({ state: 'ready', conversation: `${provider}:${id}` });
      expect(next.messages).toBeGreaterThan(0);
    });
  });

  const inChromium = browser === 'chromium' ? Object.entries(RETRY_AFTER) : [];
  it.each(inChromium)('says when it may be asked again: Retry-After as %s', (form, { seconds }) => {
    for (const provider of PROVIDER_IDS) {
      const { outcome, id } = play(`${provider}: status 429, Retry-After: ${form}`);
      const asked = listRequests().find(({ path }) => path.includes(`/${id}`))?.at ?? 0;
      const wait = Date.parse(outcome.retryAt ?? '') - asked;
      expect(wait / 1000).toBeGreaterThan(seconds - 2);
      expect(wait / 1000).toBeLessThan(seconds + 2);
    }
  });

  it('holds up no other look-up while one waits for its answer', async () => {
    const popup = await openExtensionPage(stage.running, 'popup.html');
    const hang = { match: { path: '/48214/' }, respond: { hang: true } };
    stage.emulator.rules.add(hang);
    const waiting = askByHand(popup, NAMES.maax, '48214').catch(() => undefined);
    await waitUntil('the request', async () => stage.emulator.requests.some(({ path }) => path.includes('48214')));
    expect(await askByHand(popup, NAMES.maax, '48213')).toMatchObject({ state: 'ready', conversation: 'maax:48213' });
    stage.emulator.rules.remove(hang);
    await popup.page.close();
    await waiting;
  });

  it('sends nothing to where a redirect points', () => {
    expect(witness.requests).toEqual([]);
    expect(listRequests().filter(({ path }) => path.includes('stolen'))).toEqual([]);
  });

  it('never puts a key into an address', () => {
    const paths = listRequests()
      .map(({ path }) => path)
      .join('\n');
    for (const secret of SECRETS) expect(paths).not.toContain(secret);
  });
});
