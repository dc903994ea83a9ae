import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningChromium } from '../../demo/browsers/launch.ts';
import { openPopup, openSidePanel, type PageView } from './open-pages.ts';
import { readFailure, readMain, readMessages, waitForState } from './pages/conversation.ts';
import { lookUp } from './pages/popup.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { fill, press, waitUntil } from './view.ts';

describe('look-up by hand', () => {
  let stage: Stage;
  let page: Page;
  let popup: PageView;

  const reopen = async () => openPopup(stage.running as RunningChromium, page);

  beforeAll(async () => {
    stage = await setStage('chromium');
    await setUpProviders(stage);
    page = await stage.visit(stage.helpdesk.ticketUrl(1045));
    popup = await reopen();
  });

  afterAll(() => stage?.close());

  it('shows the documented sample conversation message by message', async () => {
    await lookUp(popup, { text: '254626', provider: 'SocialBoards' });
    await waitForState(popup, 'ready', 'socialboards:254626');
    expect(await readMessages(popup)).toEqual([
      expect.objectContaining({
        id: '0',
        role: 'customer',
        time: '2023-09-01T09:56:39.084Z',
        text: 'Hi, I have some questions about the Chat API',
      }),
      expect.objectContaining({
        id: '667151',
        role: 'customer',
        text: 'This is an external message created on a third-party platform',
      }),
      expect.objectContaining({ id: '667154', role: 'customer', text: 'And this is another message from third-party platform' }),
    ]);
    expect((await readMain(popup)).tab).toBeUndefined();
  });

  it('keeps text and result when it is closed, and lists what was opened', async () => {
    await popup.page.close();
    popup = await reopen();
    await waitForState(popup, 'ready', 'socialboards:254626');
    expect(await popup.evaluate(() => (document.querySelector('input') as HTMLInputElement).value)).toBe('254626');
    const recent = await popup.evaluate(() => document.querySelector('[role=list]')?.textContent ?? '');
    expect(recent).toContain('254626');
  });

  it.each([
    ['a pasted link', 'https://inbox.socialboards.com/harbor/tickets?ticketId=2555100', 'socialboards:2555100'],
    ['a text that names the chat system', 'MAAX AI conversation_id: 48213', 'maax:48213'],
  ])('understands %s, whatever the combobox says', async (_, text, conversation) => {
    await fill(popup, { name: 'Conversation ID' }, text);
    await press(popup, 'Look up');
    await waitForState(popup, 'ready', conversation);
  });

  it('shows a MAAX history that the documentation does not describe, and what is none', async () => {
    await lookUp(popup, { text: '48216', provider: 'MAAX AI' });
    await waitForState(popup, 'failed', 'maax:48216');
    expect(await readFailure(popup)).toMatchObject({ kind: 'unexpected-answer', actions: [expect.any(String)] });
    expect(await popup.evaluate(() => document.querySelector('[data-part=raw]')?.textContent ?? '')).toContain(
      'incoming_message_id',
    );
  });

  it.each(['not a number', '.', '..', '../../x', '1?x=1', '0', '1'.repeat(40)])(
    'refuses %j without asking anyone',
    async (text) => {
      stage.emulator.requests.length = 0;
      await lookUp(popup, { text, provider: 'SocialBoards' });
      await waitUntil('the refusal', async () => (await readFailure(popup))?.kind === 'bad-id');
      expect(stage.emulator.requests).toEqual([]);
      expect(await popup.evaluate(() => (document.querySelector('input') as HTMLInputElement).value)).toBe(text);
    },
  );

  it('says that an id is not known, and goes on with the next', async () => {
    await lookUp(popup, { text: '999', provider: 'SocialBoards' });
    await waitForState(popup, 'failed', 'socialboards:999');
    expect(await readFailure(popup)).toMatchObject({ kind: 'not-found' });
    await lookUp(popup, { text: '255762', provider: 'SocialBoards' });
    await waitForState(popup, 'ready', 'socialboards:255762');
  });

  it('opens a recent conversation again', async () => {
    await popup.page.locator('[role=list] button ::-p-text(48213)').click();
    await waitForState(popup, 'ready', 'maax:48213');
    expect(await popup.evaluate(() => (document.querySelector('input') as HTMLInputElement).value)).toBe('48213');
  });

  it('has one size whatever it shows, and a newer look-up is not held up by a slow one', async () => {
    const measure = () => popup.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    const size = await measure();
    stage.emulator.rules.add({ match: { path: '4478963' }, respond: { hang: true } });
    await lookUp(popup, { text: '4478963', provider: 'SocialBoards' });
    await waitForState(popup, 'loading', 'socialboards:4478963');
    expect(await measure()).toEqual(size);
    await lookUp(popup, { text: '255762', provider: 'SocialBoards' });
    await waitForState(popup, 'ready', 'socialboards:255762');
    expect(await measure()).toEqual(size);
    await lookUp(popup, { text: '999', provider: 'SocialBoards' });
    await waitForState(popup, 'failed', 'socialboards:999');
    expect(await measure()).toEqual(size);
    stage.emulator.rules.clear();
  });

  it('is opened by the side panel on a ticket without an id', async () => {
    await popup.page.close();
    await enableSite(stage, stage.helpdesk.url);
    const panel = await openSidePanel(stage.running, page);
    await waitUntil('the offer', () => panel.evaluate(() => document.body.textContent?.includes('Look up an id')));
    const before = new Set(stage.running.browser.targets());
    await press(panel, 'Look up an id');
    const url = `${stage.running.extensionUrl}popup.html`;
    await stage.running.browser.waitForTarget((target) => !before.has(target) && target.url() === url);
  });
});
