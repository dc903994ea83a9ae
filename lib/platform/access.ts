import { browser } from 'wxt/browser';

/**
 * The match pattern of a URL's origin: `scheme://host[:port]/*`.
 * Firefox accepts a port and then never matches it, so there the pattern has none; the port is narrowed in code.
 */
export function toMatchPattern(url: string): string {
  const { protocol, hostname, host } = new URL(url);
  return `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`;
}

/** Whether the browser grants all of these URLs' origins now. */
export async function hasAccess(urls: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: urls.map(toMatchPattern) });
}

/**
 * Asks the browser for these URLs' origins, and nothing more. Must be called in a click's own task.
 * Resolves to false when the agent declines.
 */
export async function requestAccess(urls: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: urls.map(toMatchPattern) });
}

/** Gives an origin back that is no longer needed. Origins granted by an administrator stay; that is no failure. */
export async function dropAccess(url: string): Promise<void> {
  await browser.permissions.remove({ origins: [toMatchPattern(url)] }).catch(() => false);
}

/** Calls back whenever the browser grants or takes back an origin, until `signal` aborts. */
export function watchAccess(onChange: () => void, signal: AbortSignal): void {
  // Firefox has no `permissions` in the in-page frame.
  if (!browser.permissions) return;
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  signal.addEventListener('abort', () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  });
}
