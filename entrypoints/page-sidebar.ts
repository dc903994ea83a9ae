import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { SidebarStrings } from '../lib/domain/site.ts';
import { createSidebar, type MakeSidebar } from '../lib/sidebar/create-sidebar.ts';

/** Left by the script's other part, and by the background. */
interface World {
  readonly backscrollSidebar?: (make: MakeSidebar) => void;
  readonly backscrollStrings: SidebarStrings;
}

/** The part of the content script that only pages with something to show get: the background adds it. */
export default defineUnlistedScript(() => {
  const { backscrollSidebar, backscrollStrings: strings } = globalThis as unknown as World;
  backscrollSidebar?.((options) =>
    createSidebar(document, { ...options, frameUrl: browser.runtime.getURL('/frame.html'), strings }),
  );
});
