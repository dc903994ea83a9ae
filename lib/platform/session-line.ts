import { browser } from 'wxt/browser';

/**
 * Firefox gives the in-page frame no `storage.session` (153: undefined in an extension's frame inside a web page). The background
 * then reads it out over a port of this name, which also names the key. To be removed when Firefox has it there.
 */
const PREFIX = 'session ';
const AGAIN_MS = 1000;

/** Frame: hears the value of `key` now and at each change. A background that went to sleep is asked anew. */
export function listenToSession(key: string, onValue: (value: unknown) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const port = browser.runtime.connect({ name: `${PREFIX}${key}` });
  port.onMessage.addListener((message: { value?: unknown }) => onValue(message.value));
  port.onDisconnect.addListener(() => setTimeout(() => listenToSession(key, onValue, signal), AGAIN_MS));
  signal.addEventListener('abort', () => port.disconnect());
}

/** Background: the key that a port asks for; undefined for a port of another purpose. */
export function readPortKey(name: string): string | undefined {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : undefined;
}
