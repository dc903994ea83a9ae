import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openExtensionPage, openPopup, openSidePanel, type PageView } from '../tests/e2e/open-pages.ts';
import { readMain, waitForState, waitForWholeLog } from '../tests/e2e/pages/conversation.ts';
import { openFrame } from '../tests/e2e/pages/frame.ts';
import { lookUp } from '../tests/e2e/pages/popup.ts';
import { waitUntil } from '../tests/e2e/view.ts';
import type { RunningChromium } from './browsers/launch.ts';
import { composeWindow } from './compose-window.ts';
import type { Helpdesk } from './helpdesk/server.ts';

const DESK = { width: 920, height: 800 };
const PANEL = { width: 400, height: 800 };

type Scheme = 'light' | 'dark';

interface Scene {
  readonly running: RunningChromium;
  readonly helpdesk: Helpdesk;
  readonly desk: Page;
  readonly panel: PageView;
  readonly folder: string;
}

/** Ticket → what the panel must show before the picture is taken, and the picture's name. */
const TICKETS: readonly { readonly ticket: number; readonly state: 'ready' | 'idle' | 'failed'; readonly name: string }[] = [
  { ticket: 1042, state: 'ready', name: 'side-panel' },
  { ticket: 1043, state: 'ready', name: 'chatbot-history' },
  { ticket: 1044, state: 'ready', name: 'two-conversations' },
  { ticket: 1045, state: 'idle', name: 'no-conversation' },
  { ticket: 1046, state: 'ready', name: 'long-conversation' },
  { ticket: 1047, state: 'failed', name: 'not-found' },
];

/** Walks the whole story without a display and leaves a PNG of each step in `folder`. */
export async function photographStory(running: RunningChromium, helpdesk: Helpdesk, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await photographSettings(running, folder);
  const desk = await running.browser.newPage();
  await desk.setViewport(DESK);
  await desk.goto(helpdesk.ticketUrl(1042));
  const panel = (await openSidePanel(running, desk)) as PageView;
  await panel.page.setViewport(PANEL);
  const scene: Scene = { running, helpdesk, desk, panel, folder };
  for (const step of TICKETS) await photographTicket(scene, step, 'light');
  await photographTicket(scene, { ticket: 1042, state: 'ready', name: 'side-panel-dark' }, 'dark');
  await photographSidebar(scene);
  await photographPopup(scene);
}

async function photographSettings(running: RunningChromium, folder: string): Promise<void> {
  const { page } = await openExtensionPage(running, 'options.html');
  await page.setViewport({ width: 900, height: 800 });
  for (const scheme of ['light', 'dark'] as const) {
    await setScheme(page, scheme);
    await settle(page);
    save(folder, scheme === 'dark' ? 'settings-dark' : 'settings', await page.screenshot({ fullPage: true }));
  }
  await page.close();
}

async function photographTicket(
  { running, desk, panel, folder }: Scene,
  step: (typeof TICKETS)[number],
  scheme: Scheme,
): Promise<void> {
  await Promise.all([setScheme(desk, scheme), setScheme(panel.page, scheme)]);
  const before = (await readMain(panel)).conversation;
  await desk.locator(`a[href="/tickets/${step.ticket}"]`).click();
  await waitUntil(
    `the panel to leave ${before}`,
    async () => step.ticket === 1042 || (await readMain(panel)).conversation !== before,
  );
  await waitForState(panel, step.state);
  if (step.state === 'ready') await waitForWholeLog(panel);
  if (step.state === 'idle')
    await waitUntil('the page to be read', () =>
      panel.evaluate(() => document.querySelector('main h1')?.textContent === 'No conversation in this ticket'),
    );
  await Promise.all([settle(panel.page), desk.waitForNetworkIdle({ idleTime: 100 })]);
  const [left, right] = [await desk.screenshot(), await panel.page.screenshot()];
  save(folder, step.name, await composeWindow(running.browser, { left, right, scheme }));
}

async function photographSidebar({ desk, folder }: Scene): Promise<void> {
  await setScheme(desk, 'light');
  await desk.setViewport({ width: 1320, height: 800 });
  const frame = await openFrame(desk);
  await waitForState(frame, 'ready');
  await settle(desk);
  save(folder, 'in-page-sidebar', await desk.screenshot());
}

async function photographPopup({ running, desk, folder }: Scene): Promise<void> {
  const popup = await openPopup(running, desk);
  await lookUp(popup, { text: '254626', provider: 'SocialBoards' });
  await waitForState(popup, 'ready', 'socialboards:254626');
  await settle(popup.page);
  save(folder, 'popup', await popup.page.screenshot());
}

/** What was drawn is painted, and nothing moves or changes colour any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
  });
}

async function setScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
}

function save(folder: string, name: string, png: Uint8Array): void {
  const path = join(folder, `${name}.png`);
  writeFileSync(path, png);
  console.log(`  ${path}`);
}
