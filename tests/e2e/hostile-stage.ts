import type { Page } from 'puppeteer-core';
import { formatRef, type ProviderId, type Ref } from '../../lib/domain/ref.ts';
import { armView } from '../hostile/watch-view.ts';
import { serveDeskOfLinks } from './desk-of-links.ts';
import type { BrowserName } from './launch-build.ts';
import { openExtensionPage, openSidePanel } from './open-pages.ts';
import { readMain, waitForState, waitForWholeLog } from './pages/conversation.ts';
import { keepSidebarOpen, viewFrame } from './pages/frame.ts';
import { startRefusingProxy } from './refusing-proxy.ts';
import { enableSite, setStage, setUpProviders } from './stage.ts';
import { type View, waitUntil } from './view.ts';

/** Where the texts are shown. The frame is 320 pixels wide. */
export type HostileSurface = 'panel' | 'frame';

/** A conversation, as its provider answers it. */
export interface HostileConversation {
  readonly ref: Ref;
  readonly answer: unknown;
}

export interface HostileStage {
  readonly view: View;
  /** Shows one of the conversations, all of it, or its failure. */
  readonly show: (conversation: HostileConversation) => Promise<void>;
  /** What happened that never may: dialogs, navigations, new windows, errors, requests to anybody but the provider. */
  readonly readTrouble: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const FRAME_WIDTH = 320;
const FIRST = { ref: { provider: 'maax', id: '700000' }, answer: { messages: [{ role: 'user', content: 'Hello' }] } } as const;

/** Numbers conversations in the order they are asked for. */
export function numberConversations(): (provider: ProviderId, write: (id: string) => unknown) => HostileConversation {
  let last = Number(FIRST.ref.id);
  return (provider, write) => {
    last += 1;
    const id = String(last);
    return { ref: { provider, id }, answer: write(id) };
  };
}

/** A browser behind a proxy that lets nothing through, and one ticket that holds all these conversations. */
export async function setHostileStage(
  browser: BrowserName,
  surface: HostileSurface,
  conversations: readonly HostileConversation[],
): Promise<HostileStage> {
  const [desk, proxy] = await Promise.all([serveDeskOfLinks(), startRefusingProxy()]);
  const stage = await setStage(browser, behindProxy(browser, proxy.port));
  const all = [FIRST, ...conversations];
  for (const { ref, answer } of all)
    stage.emulator.rules.add({ match: { path: `conversations/${ref.id}` }, respond: { body: answer } });
  await setUpProviders(stage);
  await enableSite(stage, desk.origin);
  if (surface === 'frame') {
    const options = await openExtensionPage(stage.running, 'options.html');
    await keepSidebarOpen(options, desk.origin, FRAME_WIDTH);
    await options.page.close();
  }
  const page = await stage.visit(desk.ticketUrl(all.map(({ ref }) => ref)));
  const view = surface === 'panel' ? await openSidePanel(stage.running, page) : await viewFrame(page);
  await waitForState(view, 'ready', formatRef(FIRST.ref));
  await view.evaluate(armView);
  const readMoves = watchMoves(page, view);
  return {
    view,
    show: (conversation) => showConversation(view, conversation),
    readTrouble: async () => [
      ...(await readMoves()),
      ...(await stage.readProblems()),
      ...proxy.listHosts().map((host) => `asked ${host}`),
      ...stage.emulator.requests.map(({ path }) => path).filter((path) => !isAsked(path)),
    ],
    close: async () => {
      await Promise.all([stage.close(), desk.close(), proxy.close()]);
    },
  };
}

/** Both browsers go past the proxy to this machine, where the provider is. */
function behindProxy(browser: BrowserName, port: number): { args?: readonly string[]; prefs?: Readonly<Record<string, unknown>> } {
  if (browser === 'chromium') return { args: [`--proxy-server=http://127.0.0.1:${port}`] };
  const to = (kind: string) => ({ [`network.proxy.${kind}`]: '127.0.0.1', [`network.proxy.${kind}_port`]: port });
  return { prefs: { 'network.proxy.type': 1, ...to('http'), ...to('ssl') } };
}

function isAsked(path: string): boolean {
  return path === '/token' || /^\/(?:api\/v2|chat)\/conversations\/\d{6}(?:\/|\?[\w=&]*)$/.test(path);
}

async function showConversation(view: View, { ref }: HostileConversation): Promise<void> {
  const wanted = formatRef(ref);
  await waitUntil(`the tab of ${ref.id}`, () => view.evaluate(selectTab, ref.id));
  await waitUntil(`an end of the look-up of ${wanted}`, async () => {
    const { state, conversation } = await readMain(view);
    return conversation === wanted && (state === 'ready' || state === 'failed');
  });
  const { state } = await readMain(view);
  if (state === 'ready') await waitForWholeLog(view);
}

function selectTab(id: string): boolean {
  const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) => textContent?.includes(id));
  tab?.click();
  return tab !== undefined;
}

/** Pages that open, dialogs, and documents that go elsewhere, from now on. */
function watchMoves(page: Page, view: View): () => Promise<readonly string[]> {
  const moves: string[] = [];
  const browser = page.browser();
  const isPage = (type: string): boolean => type !== 'service_worker' && type !== 'other';
  browser.on('targetcreated', (target) => {
    if (isPage(target.type())) moves.push(`opened ${target.type()} ${target.url()}`);
  });
  for (const watched of view.page ? [page, view.page] : [page]) {
    watched.on('dialog', (dialog) => {
      moves.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    watched.on('framenavigated', (frame) => moves.push(`went to ${frame.url()}`));
  }
  const before = page.url();
  return async () => [...moves, ...(page.url() === before ? [] : [`the ticket went to ${page.url()}`])];
}
