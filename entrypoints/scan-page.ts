import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findConversations } from '../lib/detect/find-conversations.ts';
import { isReadByParent } from '../lib/detect/is-read-by-parent.ts';

/** One look at a page, on the agent's click, where Backscroll is not enabled. The answer is the script's value; nothing stays in the page. */
export default defineUnlistedScript(() => {
  if (isReadByParent(window)) return undefined;
  return findConversations(new URL(document.URL), document, window.parent !== window);
});
