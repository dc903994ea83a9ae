import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import puppeteer, { type Browser, type Extension, type LaunchOptions } from 'puppeteer-core';
import { awaitProcessEnd } from './end-process.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder.ts';

export interface LaunchRequest {
  /** An unpacked build. */
  readonly extensionDir: string;
  /** Default true. */
  readonly headless?: boolean;
  /** Added to ours. */
  readonly args?: readonly string[];
  /** Default: a new profile, removed at the end. One that is given is kept. */
  readonly userDataDir?: string;
  /** Width and height of the window. Default 1280 × 800. */
  readonly size?: { readonly width: number; readonly height: number };
}

export interface RunningBrowser {
  readonly kind: 'chromium' | 'firefox';
  readonly browser: Browser;
  /** `chrome-extension://<id>/` or `moz-extension://<uuid>/`. */
  readonly extensionUrl: string;
  /** Ends the browser with all its processes, and removes its profile. */
  readonly close: () => Promise<void>;
}

export interface RunningChromium extends RunningBrowser {
  readonly kind: 'chromium';
  readonly extension: Extension;
}

const CHROMIUM_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Times and words on screenshots are the same everywhere.
  '--lang=en-US',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** No questions, no pages of its own, no calls home. */
const FIREFOX_PREFS = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'browser.tabs.closeWindowWithLastTab': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
  'extensions.webextOptionalPermissionPrompts': false,
  'intl.accept_languages': 'en-US, en',
};

/** What the manifest says; Firefox needs it to know our pages by. */
const FIREFOX_EXTENSION_ID = 'backscroll@backscroll.app';

/** Chromium, Chrome or Edge with the extension loaded. */
export async function launchChromium(request: LaunchRequest): Promise<RunningChromium> {
  const { width, height } = request.size ?? { width: 1280, height: 800 };
  const started = await start(request, {
    executablePath: ensureBrowsers('chromium').chromium,
    pipe: true,
    enableExtensions: true,
    args: [...CHROMIUM_ARGS, `--window-size=${width},${height}`, ...(request.args ?? [])],
  });
  const id = await started.browser.installExtension(request.extensionDir);
  const extension = (await started.browser.extensions()).get(id);
  if (!extension) throw new Error(`The browser did not load the extension in ${request.extensionDir}.`);
  return { kind: 'chromium', ...started, extension, extensionUrl: `chrome-extension://${extension.id}/` };
}

export interface FirefoxRequest extends LaunchRequest {
  readonly prefs?: Readonly<Record<string, unknown>>;
}

/** Firefox with the extension installed. */
export async function launchFirefox(request: FirefoxRequest): Promise<RunningBrowser> {
  const { width, height } = request.size ?? { width: 1280, height: 800 };
  const uuid = randomUUID();
  const started = await start(request, {
    browser: 'firefox',
    executablePath: ensureBrowsers('firefox').firefox,
    extraPrefsFirefox: {
      ...FIREFOX_PREFS,
      // Without it, nothing outside the browser knows the address of our pages.
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_EXTENSION_ID]: uuid }),
      ...request.prefs,
    },
    // Extension pages and the sidebar are closed to automation without it.
    args: ['--remote-allow-system-access', ...(request.args ?? [])],
    env: { ...process.env, MOZ_HEADLESS_WIDTH: String(width), MOZ_HEADLESS_HEIGHT: String(height) },
  });
  await started.browser.installExtension(request.extensionDir);
  return { kind: 'firefox', ...started, extensionUrl: `moz-extension://${uuid}/` };
}

async function start(request: LaunchRequest, options: LaunchOptions): Promise<Pick<RunningBrowser, 'browser' | 'close'>> {
  const profile = request.userDataDir ?? makeTemporaryFolder('profile');
  const browser = await puppeteer.launch({
    headless: request.headless ?? true,
    defaultViewport: null,
    userDataDir: profile,
    acceptInsecureCerts: false,
    ...options,
  });
  const child = browser.process() as ChildProcess;
  const close = async (): Promise<void> => {
    await browser.close();
    await awaitProcessEnd(child);
    if (request.userDataDir === undefined) removeTemporaryFolder(profile);
  };
  return { browser, close };
}
