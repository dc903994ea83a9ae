import type { Page } from 'puppeteer-core';
import type { RunningChromium } from '../../demo/browsers/launch.ts';
import { type Emulator, startEmulator } from '../../demo/emulator/server.ts';
import type { SocialBoardsConversation } from '../../demo/emulator/socialboards-types.ts';
import { DEMO_KEYS } from '../../demo/emulator/state.ts';
import { tellOperationsLog } from '../../demo/emulator/stories/operations-log.ts';
import { openExtensionPage, openSidePanel, type PageView } from '../e2e/open-pages.ts';
import { addHelpdesk, chooseSignIn, fillProvider, saveProvider } from '../e2e/pages/options.ts';
import { waitUntil } from '../e2e/view.ts';
import { type BenchServer, serveBench } from './serve-bench.ts';

/** An agent's desk: a helpdesk of one ticket a conversation, and the side panel beside it. */
export interface Desk {
  readonly page: Page;
  readonly panel: PageView;
  readonly server: BenchServer;
  readonly ids: readonly string[];
  readonly close: () => Promise<void>;
}

/** A made-up conversation of so many messages. */
export function tellLog(id: string, count: number): SocialBoardsConversation {
  return { ...tellOperationsLog(count), id: Number(id) };
}

function serveConversations(conversations: readonly SocialBoardsConversation[]): Promise<Emulator> {
  const socialBoards = new Map(conversations.map((one) => [String(one.id), one]));
  return startEmulator({ state: { socialBoards } });
}

/** The API's answer, as the bare page gets it. */
function readAnswer({ url }: Emulator): (id: string) => Promise<string> {
  const headers = { Authorization: `Bearer ${DEMO_KEYS.accessToken}` };
  return async (id) => (await fetch(`${url}/chat/conversations/${id}?includeMessages=true`, { headers })).text();
}

/** Sets Backscroll up for these conversations and opens the side panel. */
export async function setDesk(running: RunningChromium, conversations: readonly SocialBoardsConversation[]): Promise<Desk> {
  const emulator = await serveConversations(conversations);
  const ids = conversations.map(({ id }) => String(id));
  const server = await serveBench(ids, readAnswer(emulator));
  const options = await openExtensionPage(running, 'options.html');
  await chooseSignIn(options, 'Access token');
  await fillProvider(options, 'SocialBoards', { 'Access token': DEMO_KEYS.accessToken, 'Base URL': emulator.url });
  await saveProvider(options, 'SocialBoards');
  await addHelpdesk(options, server.url);
  await options.page.close();
  const page = await running.browser.newPage();
  await page.goto(`${server.url}/bare/0`);
  const panel = (await openSidePanel(running, page)) as PageView;
  await panel.evaluate(notePaints);
  return {
    ...{ page, panel, server, ids },
    async close() {
      await page.close();
      await Promise.all([emulator.close(), server.close()]);
    },
  };
}

/** Notes in the panel's own document when each conversation's first message has been painted, ms since the epoch. */
function notePaints(): void {
  const { dataset } = document.documentElement;
  let last: string | undefined;
  const look = () => {
    const { conversation, state } = document.querySelector('main')?.dataset ?? {};
    if (state !== 'ready' || document.querySelector('article[data-message-id]') === null) {
      last = undefined;
      return;
    }
    if (conversation === last) return;
    last = conversation;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        dataset.painted = `${conversation} ${performance.timeOrigin + performance.now()}`;
      };
      channel.port2.postMessage(null);
    });
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/** How a ticket is come to: by a navigation, or inside the page as most helpdesks do. */
export type Way = 'navigate' | 'switch';

/** From leaving the ticket before to the first painted message of this one, ms. */
export async function timeTicket({ page, panel, server, ids }: Desk, id: string, way: Way): Promise<number> {
  await panel.evaluate(() => {
    delete document.documentElement.dataset.painted;
  });
  const path = `/tickets/${ids.indexOf(id)}`;
  if (way === 'navigate') await page.goto(server.url + path);
  const began =
    way === 'navigate' ? await page.evaluate(() => performance.timeOrigin) : await page.evaluate(switchTicket, path, id);
  const painted = await waitUntil('the painted message', () => panel.evaluate(() => document.documentElement.dataset.painted));
  const [conversation, at] = painted.split(' ');
  if (conversation !== `socialboards:${id}`) throw new Error(`The panel painted ${conversation}, not ${id}.`);
  return Number(at) - began;
}

/** Runs in the page: another ticket takes this one's place. Returns when, ms since the epoch. */
function switchTicket(path: string, id: string): number {
  const began = performance.timeOrigin + performance.now();
  history.pushState(null, '', path);
  const line = document.createElement('p');
  line.textContent = `SocialBoards conversation ID: ${id}`;
  document.querySelector('main > p')?.replaceWith(line);
  return began;
}

/** Waits until all of the conversation on show is in the panel. */
export async function awaitWhole({ panel }: Desk): Promise<void> {
  await waitUntil('the whole conversation', () =>
    panel.evaluate(() => document.querySelector('[role=log]')?.getAttribute('aria-busy') === 'false'),
  );
}
