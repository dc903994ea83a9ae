import { requestAccess } from '../../lib/platform/access.ts';
import { openPanel } from '../../lib/platform/panel.ts';
import { openSettings } from '../../lib/platform/tabs.ts';

export { openPanel, openSettings, requestAccess };
