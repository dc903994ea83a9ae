import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { SELF_HOSTED_HELPDESKS } from '../lib/detect/self-hosted-helpdesks.ts';

/** Runs before the content script, in its world, on all other hosts. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { backscrollHelpdesks: SELF_HOSTED_HELPDESKS });
});
