import { requestAccess as ask } from '../../lib/platform/access.ts';
import { tell } from '../../lib/platform/messages.ts';
import { openLookUp, openPanel } from '../../lib/platform/panel.ts';
import { openSettings } from '../../lib/platform/tabs.ts';

/** In a frame of a web page, Firefox lets the background alone open them. */
export function openSettingsFromFrame(): void {
  void tell('open-settings', null);
}

export { openLookUp, openPanel, openSettings };

/** Asks the browser for these URLs' origins, in the click's own task. A site that it was asked for before waits for them no more. */
export function requestAccess(urls: readonly string[]): Promise<boolean> {
  const asked = ask(urls);
  void tell('site-wanted', { origin: null });
  return asked;
}
