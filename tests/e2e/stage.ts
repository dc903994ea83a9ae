import type { Page } from 'puppeteer-core';
import type { RunningBrowser } from '../../demo/browsers/launch.ts';
import { type EmulatorOptions, startEmulator } from '../../demo/emulator/server.ts';
import { DEMO_KEYS, type EmulatedKeys } from '../../demo/emulator/state.ts';
import { startHelpdesk } from '../../demo/helpdesk/server.ts';
import { type BrowserName, type BuildLaunch, launchBuild } from './launch-build.ts';
import { openExtensionPage } from './open-pages.ts';
import { watchProblems } from './problems.ts';
import { draftMaax, draftSocialBoards, saveDraft } from './save-draft.ts';
import { enableSites } from './tab-states.ts';

export interface Stage {
  readonly running: RunningBrowser;
  readonly emulator: Awaited<ReturnType<typeof startEmulator>>;
  readonly helpdesk: Awaited<ReturnType<typeof startHelpdesk>>;
  /** Errors and CSP violations of the extension since it was loaded. */
  readonly readProblems: () => Promise<readonly string[]>;
  /** A new tab on a page; waits for its load only. */
  readonly visit: (url: string) => Promise<Page>;
  /** Rejects, when all is closed, where anything went wrong. */
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
    const problems = await readProblems();
    await Promise.all([running.close(), emulator.close(), helpdesk.close()]);
    if (problems.length > 0) throw new Error(`Went wrong in the extension's own pages:\n${problems.join('\n')}`);
  };
  return { running, emulator, helpdesk, readProblems, visit, close };
}

/** Keys for both providers, as the options page sends them. */
export async function setUpProviders(
  { running, emulator }: Pick<Stage, 'running' | 'emulator'>,
  { maaxKey, refreshToken }: EmulatedKeys = DEMO_KEYS,
): Promise<void> {
  const options = await openExtensionPage(running, 'options.html');
  await saveDraft(options, draftMaax(emulator.url, maaxKey));
  await saveDraft(options, draftSocialBoards(emulator.url, refreshToken));
  await options.page.close();
}

/** Enables Backscroll on an origin, as the options page does; its host must be granted. */
export async function enableSite({ running }: Pick<Stage, 'running'>, origin: string): Promise<void> {
  const options = await openExtensionPage(running, 'options.html');
  await enableSites(options.page, [origin]);
  await options.page.close();
}
