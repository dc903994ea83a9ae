import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openExtensionPage, type PageView } from '../open-pages.ts';
import { enableSite, type Stage, setStage, setUpProviders } from '../stage.ts';
import { findTab } from '../tab-states.ts';
import { waitUntil } from '../view.ts';
import { embedFrame } from './embed-frame.ts';
import { forgetTab, readEffects, readTab } from './read-effects.ts';
import { openSecondExtension } from './second-extension.ts';
import { type Answers, FORGED_ID, giveSign, listGiven, MESSAGES, takeOver, tryAll } from './take-over.ts';

const SECRETS = ['demo-maax-key', 'demo-refresh-token', 'Conversation handed over'];
const TYPES = Object.keys(MESSAGES);

describe.each(['chromium', 'firefox'] as const)('messages that were forged, in %s', (browser) => {
  let stage: Stage;
  let options: PageView;
  let page: Page;
  let frameUrl: string;
  let before: string;

  beforeAll(async () => {
    stage = await setStage(browser, { prepare: takeOver });
    await setUpProviders(stage);
    await enableSite(stage, stage.helpdesk.url);
    options = await openExtensionPage(stage.running, 'options.html');
    page = await stage.visit(stage.helpdesk.ticketUrl(1042));
    frameUrl = await waitUntil('the content script', () => page.evaluate(() => document.documentElement.dataset.frameUrl));
    // What a page reports for the first time is written down.
    await awaitRead();
  });

  afterAll(async () => {
    await stage?.close();
  });

  beforeEach(async () => {
    before = await readEffects(options);
    stage.emulator.requests.length = 0;
  });

  // Whoever it was, and whatever was said: nothing was changed, and nobody was asked.
  afterEach(async () => {
    expect(await readEffects(options)).toBe(before);
    expect(stage.emulator.requests).toEqual([]);
  });

  const tabOf = (shown: Page) => findTab(options.page, shown.url());
  const awaitRead = () =>
    waitUntil('the tab to be read', async () => (await readTab(options, await tabOf(page))).includes('255762'));
  // A frame that asks while its page is being replaced is told of nothing.
  const reload = async () => {
    await forgetTab(options, await tabOf(page));
    await page.reload();
    await awaitRead();
  };
  const expectNothing = (answers: Answers, except: readonly string[] = []) => {
    expect(Object.keys(answers)).toEqual(TYPES);
    expect(listGiven(answers)).toEqual(except);
    for (const secret of SECRETS) expect(JSON.stringify(answers)).not.toContain(secret);
  };

  it('by a content script that its page has taken over: it may say what its page shows, and no more', async () => {
    const answers = await giveSign<Answers>(page, 'try-all', 'tried');
    // Its own page and its own site's sidebar are its to tell; `sidebar` is answered with nothing at all.
    expectNothing(answers, ['seen']);
    expect(JSON.parse(answers.seen ?? '')).toEqual({ sidebar: expect.any(Object), rules: [] });
    const now = await readEffects(options);
    const [local, session] = JSON.parse(before) as [{ sites: { sidebar: unknown }[] }, object];
    const told = local.sites.map((site) => ({ ...site, sidebar: MESSAGES.sidebar }));
    expect(JSON.parse(now)).toEqual([{ ...local, sites: told }, session]);
    before = now;
  });

  it('by a page that is wholly hostile: it has no way to say anything', async () => {
    const answers = await page.evaluate(tryAll, MESSAGES, new URL(stage.running.extensionUrl).host);
    expectNothing(answers);
    const heard = await page.evaluate(async (messages) => {
      const answered: unknown[] = [];
      addEventListener('message', ({ data, source }) => source !== window && answered.push(data));
      const channel = new BroadcastChannel('backscroll');
      channel.onmessage = ({ data }) => answered.push(data);
      for (const [type, input] of Object.entries(messages)) {
        const message = { type, input };
        postMessage(message, '*');
        channel.postMessage(message);
        document.dispatchEvent(new CustomEvent(type, { detail: message }));
        for (const frame of document.querySelectorAll('iframe')) frame.contentWindow?.postMessage(message, '*');
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      return answered;
    }, MESSAGES);
    expect(heard).toEqual([]);
  });

  it('by another extension: it is not heard', async () => {
    const second = await openSecondExtension(stage.running);
    const id = browser === 'chromium' ? new URL(stage.running.extensionUrl).host : 'backscroll@backscroll.app';
    expectNothing(await second.evaluate(tryAll, MESSAGES, id));
    const line = await second.evaluate(
      (to) =>
        new Promise<string>((resolve) => {
          type Port = { onMessage: Hear; onDisconnect: Hear };
          type Hear = { addListener(run: (message: unknown) => void): void };
          type Api = { runtime: { connect(id: string, info: object): Port } };
          const scope = globalThis as unknown as { browser?: Api; chrome: Api };
          const port = (scope.browser ?? scope.chrome).runtime.connect(to, { name: 'session lock' });
          port.onMessage.addListener((message) => resolve(`heard ${JSON.stringify(message)}`));
          port.onDisconnect.addListener(() => resolve('cut'));
        }),
      id,
    );
    expect(line).toBe('cut');
    await second.close();
  });

  it.each([1, 2] as const)(
    'by the sidebar’s document in a page that is no enabled site, %i deep: refused, and nothing drawn',
    async (depth) => {
      const foreign = await stage.visit(`${stage.helpdesk.url.replace('127.0.0.1', 'localhost')}/tickets/1042`);
      const frame = await embedFrame(foreign, frameUrl, depth);
      expectNothing(await frame.evaluate(tryAll, MESSAGES, null));
      expect(await frame.evaluate(() => document.querySelector('main'))).toBeNull();
      await foreign.close();
    },
  );

  it('by the sidebar’s document in a frame of an enabled page: nothing drawn', async () => {
    const frame = await embedFrame(page, frameUrl, 2);
    await waitUntil('its background to have answered', () => frame.evaluate(() => document.readyState === 'complete'));
    expect(listGiven(await frame.evaluate(tryAll, { 'frame-tab': null }, null))).toEqual(['frame-tab']);
    expect(await frame.evaluate(() => document.querySelector('main'))).toBeNull();
    await reload();
  });

  it('by the sidebar’s document in its place: it reads its own tab’s conversation, and does nothing', async () => {
    const frame = await embedFrame(page, frameUrl, 1);
    await waitUntil('the conversation', () =>
      frame.evaluate(() => {
        const main = document.querySelector('main');
        if (main?.dataset.state === 'ready') return true;
        throw new Error(`${JSON.stringify(main?.dataset)} ${main?.textContent?.slice(0, 200)}`);
      }),
    );
    before = await readEffects(options);
    stage.emulator.requests.length = 0;
    // The message is well-formed, but names another ticket's conversation.
    const answers = await frame.evaluate(tryAll, MESSAGES, null);
    expectNothing(answers, ['frame-tab', 'open', 'rest', 'refresh']);
    for (const type of ['open', 'rest', 'refresh']) {
      expect(JSON.parse(answers[type] ?? '')).toEqual({ ok: false, failure: { kind: 'not-found', provider: 'maax' } });
    }
    // Whenever the page comes to the front again, its frame would ask for what is new.
    await reload();
  });

  it('by the content script of a page that was left: the tab holds the next page’s ids', async () => {
    const other = await stage.visit(stage.helpdesk.ticketUrl(1045));
    const tab = await tabOf(other);
    await other.evaluate(() => {
      document.documentElement.dataset.leaves = 'yes';
    });
    await other.goto(stage.helpdesk.ticketUrl(1046));
    await waitUntil('the next page to be read', async () => {
      const state = await readTab(options, tab);
      return state.includes('"settled":true') && state.includes('1046');
    });
    expect(await readTab(options, tab)).not.toContain(FORGED_ID);
    await other.close();
  });

  it('by a tab whose site was switched off: not even what its page shows is heard', async () => {
    const other = await stage.visit(stage.helpdesk.ticketUrl(1044));
    await waitUntil('the content script', () => other.evaluate(() => document.documentElement.dataset.frameUrl));
    await options.evaluate((origin) => {
      type Api = { runtime: { sendMessage(message: object): Promise<unknown> } };
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      return (scope.browser ?? scope.chrome).runtime.sendMessage({ type: 'disable-site', input: { origin } });
    }, stage.helpdesk.url);
    before = await readEffects(options);
    expectNothing(await giveSign<Answers>(other, 'try-all', 'tried'));
  });
});
