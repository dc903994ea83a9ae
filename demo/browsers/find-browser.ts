import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

interface Lookup {
  /** Environment variables that name the executable, most specific first. */
  readonly variables: readonly string[];
  /** Commands looked for on the PATH, most likely first. */
  readonly commands: readonly string[];
  readonly linux: readonly string[];
  /** Below an Applications folder. */
  readonly darwin: readonly string[];
  /** Below a Program Files folder. */
  readonly win32: readonly string[];
}

const LOOKUPS: { readonly [kind in BrowserKind]: Lookup } = {
  chromium: {
    variables: ['BACKSCROLL_CHROMIUM', 'CHROME_PATH'],
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'],
    linux: ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
    darwin: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
  },
  firefox: {
    variables: ['BACKSCROLL_FIREFOX', 'FIREFOX_PATH'],
    commands: ['firefox', 'firefox-esr'],
    linux: ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox', '/snap/bin/firefox'],
    darwin: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
  },
};

/** Where a browser is installed: environment variable, PATH, usual places. `undefined`: nowhere. */
export function findBrowser(kind: BrowserKind): string | undefined {
  const lookup = LOOKUPS[kind];
  for (const variable of lookup.variables) {
    const named = process.env[variable];
    if (!named) continue;
    // A wrong variable must not end in a test of another browser.
    if (!existsSync(named)) throw new Error(`${variable} says ${named}, and there is no such file.`);
    return named;
  }
  return [...listCommandPaths(lookup.commands), ...listUsualPlaces(lookup)].find((path) => existsSync(path));
}

function listCommandPaths(commands: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
}

function listUsualPlaces(lookup: Lookup): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => lookup.darwin.map((path) => join(folder, path)));
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return roots.flatMap((root) => lookup.win32.map((path) => join(root, path)));
  }
  return [...lookup.linux];
}
