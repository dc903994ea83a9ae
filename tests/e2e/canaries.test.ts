import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../../demo/browsers/temporary-folder.ts';
import { DEMO_KEYS } from '../../demo/emulator/state.ts';
import { type DeskOfLinks, serveDeskOfLinks } from './desk-of-links.ts';
import { findInFiles } from './find-in-files.ts';
import { openExtensionPage, openSidePanel } from './open-pages.ts';
import { waitForState } from './pages/conversation.ts';
import { keepSidebarOpen, viewFrame } from './pages/frame.ts';
import { readSession, setPassphrase } from './pages/lock.ts';
import { testConnection } from './pages/options.ts';
import { lookUp } from './pages/popup.ts';
import { recordConsoles } from './record-consoles.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { press, waitUntil } from './view.ts';

/** Half of one stays whole where a browser packs its files: nothing in it repeats, so there is nothing to pack. */
const makeCanary = (): string => randomBytes(16).toString('hex');
const halve = (canaries: readonly string[]): readonly string[] => canaries.flatMap((text) => [text.slice(0, 16), text.slice(16)]);

/** Where keys lie without a passphrase, as docs/security.md says: the extension's own database, nowhere else. */
const KEY_PLACE = {
  chromium: /^Default\/(?:WebStorage\/\d+\/)?IndexedDB\//,
  firefox: /^storage\/default\/moz-extension\+\+\+[^/]+\/idb\//,
} as const;

/** Says into the page whatever a content script can read or is told. */
const EAVESDROPPER = `
;(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const say = (text) => { document.documentElement.dataset.heard = (document.documentElement.dataset.heard ?? '') + text; };
  api.runtime.onMessage.addListener((message) => say(JSON.stringify(message)));
  const listen = (area) => Promise.resolve().then(() => api.storage[area].get(null)).then(JSON.stringify, String);
  for (const turn of [1, 2, 3, 4, 5, 6]) {
    for (const area of ['local', 'session', 'sync', 'managed']) say(await listen(area));
    say('turn ' + turn);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  // Where it may write (Firefox), it has the keys sent to its own server.
  const move = async () => {
    const { providers } = await api.storage.local.get('providers');
    const baseUrl = location.origin + '/';
    for (const { settings } of Object.values(providers)) Object.assign(settings, { baseUrl }, settings.tokenUrl && { tokenUrl: baseUrl });
    await api.storage.local.set({ providers });
    return 'has moved';
  };
  say(await move().catch((error) => 'has not moved ' + error));
})();
`;

/** Everything that a page's own scripts can lay hands on. */
async function dumpPage(): Promise<string> {
  const globals = Object.entries(globalThis).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [`${name}=${value}`] : [],
  );
  const stores = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }));
  const databases = await indexedDB.databases().catch(() => []);
  const resources = performance.getEntries().map(({ name }) => name);
  const frames = [...document.querySelectorAll('iframe')].map(({ src }) => src);
  const rest = [document.cookie, document.title, location.href, JSON.stringify(history.state), name];
  return [
    document.documentElement.outerHTML,
    ...globals,
    ...stores,
    JSON.stringify(databases),
    ...resources,
    ...frames,
    ...rest,
  ].join('\n');
}

describe.each(['chromium', 'firefox'] as const)('keys, passphrase and transcripts in %s', (browser) => {
  const profile = makeTemporaryFolder('canaries');
  const keys = { ...DEMO_KEYS, maaxKey: makeCanary(), refreshToken: makeCanary(), accessToken: makeCanary() };
  const passphrase = makeCanary();
  const said = [makeCanary(), makeCanary(), makeCanary()] as const;
  const dumps: string[] = [];
  let stage: Stage;
  let desk: DeskOfLinks;
  let page: Page;
  let readConsoles: () => Promise<string>;

  const listSecrets = () => [keys.maaxKey, keys.refreshToken, keys.accessToken, passphrase, ...stage.emulator.state.issued.keys()];
  const find = (text: string, canaries: readonly string[]) => halve(canaries).filter((half) => text.includes(half));

  beforeAll(async () => {
    desk = await serveDeskOfLinks();
    const prepare = (build: string) => appendFileSync(join(build, 'content-scripts/helpdesk.js'), EAVESDROPPER);
    stage = await setStage(browser, { userDataDir: profile, prepare });
    readConsoles = await recordConsoles(stage.running);
    const { state, rules } = stage.emulator;
    Object.assign(state, { keys });
    state.maax.set('48213', { messages: [{ role: 'user', name: 'Kari', content: said[0] }] });
    rules.add({
      match: { path: 'conversations/254626' },
      respond: { body: { data: { id: 254626, messages: [{ id: 1, message: said[1] }] } } },
    });
    state.maax.set('48299', { note: said[2] });
    await setUpProviders(stage, keys);
    await enableSite(stage, desk.origin);
  });

  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await Promise.all([stage?.close(), desk?.close()]);
  };
  afterAll(close);

  it('are used: panel, in-page sidebar, popup, connection test, and failures of each kind', async () => {
    const options = await openExtensionPage(stage.running, 'options.html');
    await keepSidebarOpen(options, desk.origin);
    expect(await testConnection(options, 'MAAX AI', '48213')).toBe('ok');
    expect(await testConnection(options, 'SocialBoards', '999999')).toBe('not-found');
    const popup = await openExtensionPage(stage.running, 'popup.html');
    for (const [text, provider, wanted] of [
      ['254626', 'SocialBoards', 'ready'],
      ['403403', 'MAAX AI', 'failed'],
      ['../../x', 'MAAX AI', 'failed'],
      ['48299', 'MAAX AI', 'failed'],
    ] as const) {
      await lookUp(popup, { text, provider });
      await waitForState(popup, wanted);
    }
    await waitUntil('the raw answer', () => popup.evaluate((text) => document.body.textContent?.includes(text), said[2]));
    page = await stage.visit(
      desk.ticketUrl([
        { provider: 'maax', id: '48213' },
        { provider: 'socialboards', id: '254626' },
      ]),
    );
    await waitForState(await openSidePanel(stage.running, page), 'ready', 'maax:48213');
    const frame = await viewFrame(page);
    await waitForState(frame, 'ready', 'maax:48213');
    expect(await frame.evaluate(() => document.body.textContent)).toContain(said[0]);
    await waitUntil('the eavesdropper', () =>
      page.evaluate(() => /has (?:not )?moved/.test(document.documentElement.dataset.heard ?? '')),
    );
    dumps.push(await page.evaluate(dumpPage));
    await popup.page.bringToFront();
    // Not kept yet: they are asked for.
    for (const [text, provider] of [
      ['48214', 'MAAX AI'],
      ['255762', 'SocialBoards'],
    ] as const) {
      await lookUp(popup, { text, provider });
      await waitForState(popup, 'ready', `${provider === 'MAAX AI' ? 'maax' : 'socialboards'}:${text}`);
    }
    const area = (name: string) => options.evaluate(readArea, name);
    dumps.push(await area('local'), await area('sync'), await area('managed'));
    expect(find(await readSession(options), listSecrets())).toEqual([]);
    await Promise.all([options.page.close(), popup.page.close()]);
  });

  it('are in no page of the helpdesk, in no storage area but the memory’s, and in no console', async () => {
    dumps.push(await readConsoles());
    expect(dumps.length).toBe(5);
    expect(find(dumps.join('\n'), [...listSecrets(), ...said])).toEqual([]);
  });

  it('go nowhere but to their provider, a key in its header only', () => {
    expect(find(desk.requests.join('\n'), [...listSecrets(), ...said])).toEqual([]);
    expect(stage.emulator.requests.length).toBeGreaterThan(6);
    for (const { path, headers, body } of stage.emulator.requests) {
      const own = path === '/token' ? body : path.startsWith('/api/v2/') ? headers['2hd-api-key'] : headers.authorization;
      const everything = JSON.stringify([path, headers, body]);
      expect(find(everything.replace(JSON.stringify(own).slice(1, -1), ''), [...listSecrets(), ...said])).toEqual([]);
      expect(find(path, listSecrets())).toEqual([]);
    }
  });

  it('are on the disk at most where the documentation says, as long as there is no passphrase', async () => {
    // Which also shows that this search finds. Firefox writes when it finds the time.
    await waitUntil('the keys in their place', async () => findInFiles(profile, halve(listSecrets())).length > 0, 60_000);
    const places = findInFiles(profile, halve(listSecrets())).map((place) => place.replaceAll('\\', '/'));
    expect(places.filter((place) => !KEY_PLACE[browser].test(place))).toEqual([]);
    expect(findInFiles(profile, halve(said))).toEqual([]);
  }, 120_000);

  it('are in no file at all with a passphrase, after lock and the browser’s end', async () => {
    const options = await openExtensionPage(stage.running, 'options.html');
    await setPassphrase(options, passphrase);
    await press(options, 'Lock now', 'Lock');
    await waitUntil('the lock', () => options.evaluate(() => document.querySelector('main')?.dataset.state === 'locked'));
    expect(find(await readSession(options), [...listSecrets(), ...said])).toEqual([]);
    const secrets = listSecrets();
    await close();
    expect(findInFiles(profile, halve([...secrets, ...said]))).toEqual([]);
  });
});

/** Runs in a page of the extension. */
async function readArea(name: string): Promise<string> {
  type Areas = { readonly storage: Record<string, { get(keys: null): Promise<unknown> }> };
  const globals = globalThis as unknown as { readonly browser?: Areas; readonly chrome: Areas };
  const area = (globals.browser ?? globals.chrome).storage[name];
  return JSON.stringify((await area?.get(null).catch(String)) ?? null);
}
