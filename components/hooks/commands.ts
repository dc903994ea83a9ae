import { requestAccess } from '../../lib/platform/access.ts';
import { tell } from '../../lib/platform/messages.ts';
import { openLookUp, openPanel } from '../../lib/platform/panel.ts';
import { openSettings } from '../../lib/platform/tabs.ts';

/** In a frame of a web page, Firefox lets the background alone open them. */
export function openSettingsFromFrame(): void {
  void tell('open-settings', null);
}

export { openLookUp, openPanel, openSettings, requestAccess };
