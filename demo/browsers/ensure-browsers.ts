import { type BrowserKind, findBrowser } from './find-browser.ts';
import { canInstallPackages, installPackages } from './install-packages.ts';

const PACKAGES: { readonly [kind in BrowserKind]: string } = { chromium: 'chromium', firefox: 'firefox-esr' };

const ADVICE: { readonly [kind in BrowserKind]: string } = {
  chromium: 'Install Chrome, Chromium or Edge (140 or later), or point BACKSCROLL_CHROMIUM at its executable.',
  firefox: 'Install Firefox (140 or later), or point BACKSCROLL_FIREFOX at its executable.',
};

export type BrowserPaths<K extends BrowserKind = BrowserKind> = { readonly [kind in K]: string };

/** Finds the browsers; installs the missing ones on Debian and Ubuntu as root, says elsewhere what to install. */
export function ensureBrowsers<K extends BrowserKind>(...kinds: readonly K[]): BrowserPaths<K> {
  const missing = kinds.filter((kind) => findBrowser(kind) === undefined);
  if (missing.length > 0 && canInstallPackages()) installPackages(missing.map((kind) => PACKAGES[kind]));
  const paths = kinds.map((kind) => {
    const path = findBrowser(kind);
    if (path === undefined) throw new Error(ADVICE[kind]);
    return [kind, path] as const;
  });
  return Object.fromEntries(paths) as BrowserPaths<K>;
}
