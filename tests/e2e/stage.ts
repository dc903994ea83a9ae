import type { Page } from 'puppeteer-core';
import type { RunningBrowser } from '../../demo/browsers/launch.ts';
import { type EmulatorOptions, startEmulator } from '../../demo/emulator/server.ts';
import { DEMO_KEYS, type EmulatedKeys } from '../../demo/emulator/state.ts';
import { startHelpdesk } from '../../demo/helpdesk/server.ts';
import { type BrowserName, type BuildLaunch, launchBuild } from './launch-build.ts';
import { openExtensionPage } from './open-pages.ts';
import { addHelpdesk, chooseSignIn, fillProvider, saveProvider } from './pages/options.ts';
import { watchProblems } from './problems.ts';

export interface Stage {
  readonly running: RunningBrowser;
  readonly emulator: Awaited<ReturnType<typeof startEmulator>>;
  readonly helpdesk: Awaited<ReturnType<typeof startHelpdesk>>;
  /** Errors and CSP violations of the extension since it was loaded. */
  readonly readProblems: () => Promise<readonly string[]>;
  /** A new tab on a page; waits for its load only. */
  readonly visit: (url: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export interface StageRequest extends BuildLaunch {
  /** The story ends Chromium's worker. */
  readonly isWorkerKilled?: boolean;
  readonly emulation?: EmulatorOptions;
}

/** A browser with the extension, the provider emulator and the demo helpdesk; nothing is set up yet. */
export async function setStage(browser: BrowserName, { isWorkerKilled, emulation, ...launch }: StageRequest = {}): Promise<Stage> {
  const [emulator, helpdesk, running] = await Promise.all([
    startEmulator(emulation),
    startHelpdesk(),
    launchBuild(browser, launch),
  ]);
  const readProblems = await watchProblems(running, !isWorkerKilled);
  const visit = async (url: string): Promise<Page> => {
    const page = await running.browser.newPage();
    await page.goto(url);
    return page;
  };
  const close = async (): Promise<void> => {
    await Promise.all([running.close(), emulator.close(), helpdesk.close()]);
  };
  return { running, emulator, helpdesk, readProblems, visit, close };
}

/** Keys for both providers, as an agent types them. */
export async function setUpProviders(
  { running, emulator }: Pick<Stage, 'running' | 'emulator'>,
  keys: EmulatedKeys = DEMO_KEYS,
): Promise<void> {
  const base = emulator.url.replace(/\/$/, '');
  const options = await openExtensionPage(running, 'options.html');
  await fillProvider(options, 'MAAX AI', { 'API key': keys.maaxKey, 'Base URL': `${base}/api/v2/` });
  await saveProvider(options, 'MAAX AI');
  await chooseSignIn(options, 'Refresh token');
  await fillProvider(options, 'SocialBoards', {
    'Client ID': keys.clientId,
    'Refresh token': keys.refreshToken,
    'Base URL': `${base}/`,
    'Token URL': `${base}/token`,
  });
  await saveProvider(options, 'SocialBoards');
  await options.page.close();
}

/** Enables Backscroll on an origin by the options page. */
export async function enableSite({ running }: Pick<Stage, 'running'>, origin: string): Promise<void> {
  const options = await openExtensionPage(running, 'options.html');
  await addHelpdesk(options, origin);
  await options.page.close();
}
