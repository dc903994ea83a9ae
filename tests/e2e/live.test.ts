import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ONE_BROWSER } from '../depth.ts';
import { openSidePanel } from './open-pages.ts';
import { readFailure, readMain, readMessages, waitForState, waitForWholeLog } from './pages/conversation.ts';
import { enableSite, type Stage, setStage, setUpProviders } from './stage.ts';
import { press, type View, waitUntil } from './view.ts';

const OPEN = '255762';
const OPEN_REF = `socialboards:${OPEN}`;

async function goTo(page: Page, ticket: number): Promise<void> {
  await page.locator(`a[href="/tickets/${ticket}"]`).click();
}

/** Where the article stands in the window, rounded; undefined: it is not there. */
function readPlace(view: View, id: string): Promise<number | undefined> {
  return view.evaluate((wanted: string) => {
    const article = document.querySelector(`[role=log] article[data-message-id="${wanted}"]`);
    return article ? Math.round(article.getBoundingClientRect().top) : undefined;
  }, id);
}

function isShown(view: View, text: string): Promise<boolean> {
  return view.evaluate((wanted: string) => {
    const log = document.querySelector('[role=log]');
    const found = [...document.querySelectorAll('[role=log] [data-part=text]')].find((part) => part.textContent === wanted);
    const box = found?.getBoundingClientRect();
    return box !== undefined && log !== null && box.bottom <= log.getBoundingClientRect().bottom + 1;
  }, text);
}

function readText(view: View, selector: string): Promise<string> {
  return view.evaluate((wanted: string) => document.querySelector(wanted)?.textContent ?? '', selector);
}

describe.each(ONE_BROWSER)('a conversation on show in %s', (browser) => {
  let stage: Stage;
  let page: Page;
  let panel: View;

  const countAsked = (part: string) => stage.emulator.requests.filter(({ path }) => path.includes(part)).length;

  beforeAll(async () => {
    stage = await setStage(browser);
    await setUpProviders(stage);
    await enableSite(stage, stage.helpdesk.url);
    page = await stage.visit(stage.helpdesk.ticketUrl(1042));
    panel = await openSidePanel(stage.running, page);
    await waitForState(panel, 'ready', OPEN_REF);
    await waitForWholeLog(panel);
  });

  beforeEach(() => {
    stage.emulator.rules.clear();
    stage.emulator.requests.length = 0;
  });

  afterAll(() => stage?.close());

  it('takes in a new message without moving what is being read, and says so', async () => {
    await press(panel, 'Jump to start');
    const [first] = await readMessages(panel);
    const id = first?.id ?? '';
    const before = await waitUntil('the start', () => readPlace(panel, id));
    stage.emulator.say(OPEN, 'Is anyone still there?');
    await waitUntil('the new message', async () => (await readMessages(panel)).at(-1)?.text === 'Is anyone still there?');
    expect(await readPlace(panel, id)).toBe(before);
    expect(await isShown(panel, 'Is anyone still there?')).toBe(false);
    expect(await readText(panel, '.transcript > [role=status]')).toBe('1 new message');
  });

  it('goes to it on a click', async () => {
    await press(panel, '1 new message');
    await waitUntil('the end', () => isShown(panel, 'Is anyone still there?'));
    await waitUntil('the button to go', async () => (await readText(panel, '.new-messages')) === '');
  });

  it('asks with one call and for no page', async () => {
    await waitUntil('the next refresh', async () => countAsked(`/chat/conversations/${OPEN}`) > 0);
    const paths = stage.emulator.requests.map(({ path }) => path.split('?')[0]);
    expect(new Set(paths)).toEqual(new Set([`/chat/conversations/${OPEN}`]));
  });

  it('is there at once when its ticket is opened again, and brought up to date behind', async () => {
    await goTo(page, 1043);
    await waitForState(panel, 'ready', 'maax:48213');
    stage.emulator.say(OPEN, 'I will try by phone.');
    stage.emulator.rules.add({ match: { path: OPEN }, respond: { delayMs: 6_000 } });
    stage.emulator.requests.length = 0;
    await goTo(page, 1042);
    await waitForState(panel, 'ready', OPEN_REF);
    expect((await readMessages(panel)).at(-1)?.text).toBe('Is anyone still there?');
    stage.emulator.rules.clear();
    await waitUntil('what is new', async () => (await readMessages(panel)).at(-1)?.text === 'I will try by phone.');
  });

  it('stays where the provider fails, with a quiet word', async () => {
    stage.emulator.rules.add({ match: { path: OPEN }, respond: { status: 503 } });
    await waitUntil('the word', async () => (await readText(panel, '[data-part=trouble]')) !== '');
    expect((await readMain(panel)).state).toBe('ready');
    expect(await readFailure(panel)).toBeUndefined();
  });

  it('goes where it may not be read any longer', async () => {
    stage.emulator.rules.add({ match: { path: OPEN }, respond: { status: 403 } });
    await goTo(page, 1043);
    await waitForState(panel, 'ready', 'maax:48213');
    await goTo(page, 1042);
    await waitForState(panel, 'failed', OPEN_REF);
    expect(await readFailure(panel)).toMatchObject({ kind: 'forbidden' });
    expect(await readMessages(panel)).toEqual([]);
  });
});
