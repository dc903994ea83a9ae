import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeStored } from './faults/stored-values.ts';
import { findViolations } from './find-violations.ts';
import { isChromium, openExtensionPage, openPopup, openSidePanel, type PageView } from './open-pages.ts';
import { waitForState, waitForWholeLog } from './pages/conversation.ts';
import { openFrame, viewFrame } from './pages/frame.ts';
import { setPassphrase } from './pages/lock.ts';
import { addHelpdesk, saveProvider } from './pages/options.ts';
import { lookUp } from './pages/popup.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { fill, press, waitUntil } from './view.ts';

/** Every view in every state, one after the other: axe-core, light and dark. */
describe('axe-core has nothing to object to in', () => {
  let stage: Stage;
  let desk: Page;
  let panel: PageView;
  let options: PageView;

  const check = async (view: PageView) => expect(await findViolations(view.page)).toEqual([]);
  const popup = async () => {
    if (!isChromium(stage.running)) throw new Error('The popup is opened in Chromium only.');
    return openPopup(stage.running, desk);
  };
  const waitForTitle = (title: string) =>
    waitUntil(`the title "${title}"`, () =>
      panel.evaluate((wanted) => document.querySelector('main h1')?.textContent === wanted, title),
    );
  const go = async (ticket: number) => {
    await desk.bringToFront();
    await desk.goto(stage.helpdesk.ticketUrl(ticket));
  };

  beforeAll(async () => {
    stage = await setStage('chromium');
    desk = await stage.visit(stage.helpdesk.ticketUrl(1042));
  });

  afterAll(async () => {
    await stage?.close();
  });

  it('the settings before anything is set up, and with boxes that are refused', async () => {
    options = await openExtensionPage(stage.running, 'options.html');
    await check(options);
    await saveProvider(options, 'SocialBoards');
    await check(options);
  });

  it('the settings where the stored keys cannot be read', async () => {
    await writeStored(options, 'session', { unreadableKeys: true });
    await press(options, 'Remove the keys that cannot be read');
    await check(options);
    await writeStored(options, 'session', { unreadableKeys: null });
  });

  it('the popup where nothing is set up', async () => {
    const view = await popup();
    await check(view);
    await press(view, 'Look up');
    await waitUntil('the refusal', () => view.evaluate(() => document.querySelector('[aria-invalid=true]') !== null));
    await check(view);
    await lookUp(view, { text: '254626' });
    await waitForState(view, 'failed');
    await check(view);
  });

  it('the side panel where nothing is set up, and where the site is not enabled', async () => {
    panel = (await openSidePanel(stage.running, desk)) as PageView;
    await waitForTitle('Connect your chat system');
    await check(panel);
    await setUpProviders(stage);
    await desk.bringToFront();
    await waitForTitle('Backscroll is off on this site');
    await check(panel);
  });

  it('the side panel on a ticket, with its evidence, and on others with two ids, with none, with one that is not known', async () => {
    await enableSite(stage, stage.helpdesk.url);
    await go(1042);
    await waitForState(panel, 'ready', 'socialboards:255762');
    await waitForWholeLog(panel);
    await press(panel, 'Why this id?');
    await check(panel);
    await go(1044);
    await waitForState(panel, 'ready', 'socialboards:2555100');
    await check(panel);
    await go(1045);
    await waitForTitle('No conversation in this ticket');
    await check(panel);
    await press(panel, 'Why this id?');
    await check(panel);
    await go(1047);
    await waitForState(panel, 'failed');
    await check(panel);
  });

  it('the side panel while it loads, while it may not ask, and at 320 px', async () => {
    stage.emulator.rules.add({ match: { path: '48213' }, respond: { hang: true } });
    await go(1043);
    await waitForState(panel, 'loading', 'maax:48213');
    await check(panel);
    stage.emulator.rules.clear();
    stage.emulator.rules.add({ match: { path: '4478963' }, respond: { status: 429, headers: { 'retry-after': '60' } } });
    await go(1046);
    await waitForState(panel, 'failed', 'socialboards:4478963');
    await panel.page.setViewport({ width: 320, height: 640 });
    await check(panel);
    stage.emulator.rules.clear();
    await go(1042);
    await waitForState(panel, 'ready', 'socialboards:255762');
    await check(panel);
  });

  it('the in-page sidebar', async () => {
    await waitForState(await openFrame(desk), 'ready', 'socialboards:255762');
    const frame = await desk.waitForFrame((one) => one.url().includes('frame.html'));
    expect(await findViolations(desk, frame)).toEqual([]);
    await waitForState(await viewFrame(desk), 'ready');
  });

  it('the popup with a result, with one that is not known, and with an answer that is none', async () => {
    const view = await popup();
    await lookUp(view, { text: '255762', provider: 'SocialBoards' });
    await waitForState(view, 'ready', 'socialboards:255762');
    await check(view);
    await lookUp(view, { text: '48216', provider: 'MAAX AI' });
    await waitForState(view, 'failed', 'maax:48216');
    await check(view);
    await view.page.close();
  });

  it('the side panel when an id was refused, and the settings with the rule', async () => {
    await go(1044);
    await waitForState(panel, 'ready', 'socialboards:2555100');
    await press(panel, 'Why this id?');
    await press(panel, 'Not this 2555100');
    await waitUntil('what came of it', () => panel.evaluate(() => /Left out from now on/.test(document.body.textContent)));
    await check(panel);
    await options.page.bringToFront();
    await waitUntil('the rule', () => options.evaluate(() => /Not: /.test(document.querySelector('.rule')?.textContent ?? '')));
    await check(options);
  });

  it('the settings when all is set up; every view while locked', async () => {
    await options.page.bringToFront();
    // A part of a host, and plain http before it is added.
    await addHelpdesk(options, `${stage.helpdesk.url.replace('127.0.0.1', 'localhost')}/rt/`);
    await fill(options, { name: 'Address of your helpdesk', region: 'Helpdesks' }, 'http://rt.lan');
    await check(options);
    await setPassphrase(options, 'correct horse battery');
    await check(options);
    await press(options, 'Lock now');
    await waitUntil('the lock', () => options.evaluate(() => document.querySelector('main')?.dataset.state === 'locked'));
    await check(options);
    await desk.bringToFront();
    await waitForState(panel, 'locked');
    await check(panel);
    await check(await popup());
  });
});
