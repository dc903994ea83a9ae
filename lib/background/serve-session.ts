import { classifySender, type Port } from '../platform/sender.ts';
import { readPortKey } from '../platform/session-line.ts';
import { watchValue } from '../platform/stored-value.ts';
import { findRole } from './find-role.ts';

/**
 * Reads session storage out to an in-page frame that has none of its own: what its own tab holds, whether the lock is
 * on, and whether the keys can be read. Every other port is cut without a word.
 */
export async function serveSession(port: Port, ready: Promise<void>): Promise<void> {
  const gone = new AbortController();
  port.onDisconnect.addListener(() => gone.abort());
  await ready;
  const key = readPortKey(port.name);
  const speaker = port.sender ? classifySender(port.sender) : undefined;
  const isFrame = speaker?.kind === 'frame' && (await findRole(speaker)) === 'frame';
  if (isFrame && (key === 'lock' || key === 'unreadableKeys' || key === `tab:${speaker.tab}`)) {
    watchValue('session', key as 'lock', (value) => port.postMessage({ value }), gone.signal);
  } else {
    port.disconnect();
  }
}
