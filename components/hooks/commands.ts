import { requestAccess } from '../../lib/platform/access.ts';
import { openLookUp, openPanel } from '../../lib/platform/panel.ts';
import { openSettings } from '../../lib/platform/tabs.ts';

export { openLookUp, openPanel, openSettings, requestAccess };
