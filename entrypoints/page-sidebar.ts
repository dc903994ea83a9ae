import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { SidebarStrings } from '../lib/sidebar/build-sidebar.ts';
import { createSidebar, type MakeSidebar } from '../lib/sidebar/create-sidebar.ts';

function readStrings(): SidebarStrings {
  const say = (key: string) => browser.i18n.getMessage(key as never);
  return {
    name: say('extensionName'),
    open: say('sidebarOpen'),
    close: say('sidebarClose'),
    moveLeft: say('sidebarMoveLeft'),
    moveRight: say('sidebarMoveRight'),
    switchOff: say('sidebarSwitchOff'),
    off: say('sidebarOff'),
    isOff: say('sidebarIsOff'),
    undo: say('undo'),
    resize: say('sidebarResize'),
  };
}

/** The part of the content script that only pages with something to show get: the background adds it. */
export default defineUnlistedScript(() => {
  const world: { backscrollSidebar?: (make: MakeSidebar) => void } = globalThis as never;
  world.backscrollSidebar?.((options) =>
    createSidebar(document, { ...options, frameUrl: browser.runtime.getURL('/frame.html'), strings: readStrings() }),
  );
});
