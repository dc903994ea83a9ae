import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { HOSTED_HELPDESKS } from '../lib/detect/hosted-helpdesks.ts';

/** Runs before the content script, in its world, on the hosts of helpdesk makers. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { backscrollHelpdesks: HOSTED_HELPDESKS });
});
