import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { killBackground } from './kill-background.ts';
import { openExtensionPage, type PageView } from './open-pages.ts';
import { readFailure, readMessages, waitForState, waitForWholeLog } from './pages/conversation.ts';
import { fillProvider, saveProvider } from './pages/options.ts';
import { lookUp } from './pages/popup.ts';
import { type Stage, setStage, setUpProviders } from './stage.ts';
import { waitUntil } from './view.ts';

const LONG = '443484636';

describe('look-ups that take their time', () => {
  let stage: Stage;
  let popup: PageView;

  const listAsked = (part: string) => stage.emulator.requests.filter(({ path }) => path.includes(part));
  const readText = (selector: string) => popup.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

  beforeAll(async () => {
    stage = await setStage('chromium', { isWorkerKilled: true });
    await setUpProviders(stage);
    popup = await openExtensionPage(stage.running, 'popup.html');
  });

  beforeEach(() => {
    stage.emulator.rules.clear();
    stage.emulator.requests.length = 0;
  });

  afterAll(() => stage?.close());

  it('are asked again within 10 s where the worker dies over them', async () => {
    stage.emulator.rules.add({ match: { path: '254626' }, respond: { hang: true }, times: 1 });
    await lookUp(popup, { text: '254626', provider: 'SocialBoards' });
    await waitUntil('the request', async () => listAsked('254626').length === 1);
    const died = performance.now();
    await killBackground(stage.running, popup);
    await waitForState(popup, 'ready', 'socialboards:254626');
    expect(performance.now() - died).toBeLessThan(10_000);
    expect(listAsked('254626')).toHaveLength(2);
  });

  it('make one request while a slow provider is asked, however often the view asks the background', async () => {
    stage.emulator.rules.add({ match: { path: '48213' }, respond: { delayMs: 5_000 } });
    await lookUp(popup, { text: '48213', provider: 'MAAX AI' });
    await waitForState(popup, 'ready', 'maax:48213');
    expect(listAsked('48213')).toHaveLength(1);
  });

  it('make room when the next ones come, the newest first: of ten, the last is shown', async () => {
    stage.emulator.rules.add({ match: { path: '/chat/conversations/5000' }, respond: { status: 404, delayMs: 8_000 } });
    for (let id = 50_001; id < 50_010; id++) {
      await lookUp(popup, { text: String(id), provider: 'SocialBoards' });
      await waitForState(popup, 'loading', `socialboards:${id}`);
    }
    const began = performance.now();
    await lookUp(popup, { text: '255762', provider: 'SocialBoards' });
    await waitForState(popup, 'ready', 'socialboards:255762');
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(listAsked('255762')).toHaveLength(1);
    await waitUntil('the newest to be ended', async () => listAsked('/5000').filter(({ wasLeft }) => wasLeft).length >= 3);
    // Who was asked first is heard out.
    expect(listAsked('/50001').every(({ wasLeft }) => wasLeft)).toBe(false);
    const { state, conversation } = await popup.evaluate(() => ({ ...document.querySelector('main')?.dataset }));
    expect([state, conversation]).toEqual(['ready', 'socialboards:255762']);
  });

  it('say how far a long conversation is, and show its latest messages meanwhile', async () => {
    stage.emulator.rules.add({ match: { path: `/${LONG}/messages` }, respond: { delayMs: 250 } });
    await lookUp(popup, { text: LONG, provider: 'SocialBoards' });
    await waitForState(popup, 'ready', `socialboards:${LONG}`);
    expect((await readMessages(popup)).length).toBeLessThanOrEqual(100);
    const counts = new Set<string>();
    await waitUntil('several counts', async () => {
      counts.add(await readText('[data-part=progress]'));
      return counts.size >= 4;
    });
    expect([...counts].filter(Boolean).every((count) => /^[\d,]+ of 10,000 messages$/.test(count))).toBe(true);
    expect(listAsked(`/${LONG}?`)).toHaveLength(1);
    stage.emulator.rules.clear();
    await waitForWholeLog(popup);
    expect((await readMessages(popup)).length).toBe(10_000);
    expect(await readText('[data-part=progress]')).toBe('');
    expect(new Set(listAsked(`/${LONG}/messages`).map(({ path }) => path)).size).toBe(listAsked(`/${LONG}/messages`).length);
  });

  it('mark what could not be read of one, and say why', async () => {
    stage.emulator.rules.add({ match: { path: '/4478963/messages' }, respond: { status: 404 } });
    await lookUp(popup, { text: '4478963', provider: 'SocialBoards' });
    await waitUntil('the gap', () => popup.evaluate(() => document.querySelector('[data-gap="150"]') !== null));
    expect(await readFailure(popup)).toBeUndefined();
    expect(await readText('[data-part=trouble]')).toContain('no conversation with this id');
  });

  it('are asked anew at once where only the key was replaced', async () => {
    await lookUp(popup, { text: '48214', provider: 'MAAX AI' });
    await waitForState(popup, 'ready', 'maax:48214');
    const options = await openExtensionPage(stage.running, 'options.html');
    await fillProvider(options, 'MAAX AI', { 'API key': 'another-key' });
    await saveProvider(options, 'MAAX AI');
    await options.page.close();
    await waitForState(popup, 'failed', 'maax:48214');
    expect(await readFailure(popup)).toMatchObject({ kind: 'key-rejected' });
  });
});
