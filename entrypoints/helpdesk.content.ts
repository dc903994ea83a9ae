import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isReadByParent } from '../lib/detect/is-read-by-parent.ts';
import { watchPage } from '../lib/detect/watch-page.ts';
import { onStop, send } from '../lib/platform/messages.ts';
import type { SidebarStrings } from '../lib/sidebar/build-sidebar.ts';
import { createSidebar } from '../lib/sidebar/create-sidebar.ts';

function readStrings(): SidebarStrings {
  const say = (key: string) => browser.i18n.getMessage(key as never);
  return {
    name: say('extensionName'),
    open: say('sidebarOpen'),
    close: say('sidebarClose'),
    moveLeft: say('sidebarMoveLeft'),
    moveRight: say('sidebarMoveRight'),
    switchOff: say('sidebarSwitchOff'),
    resize: say('sidebarResize'),
  };
}

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  // Without this, every start would post a message with the extension's id for the page to read.
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (isReadByParent(window)) return;
    const isInner = window.parent !== window;
    // The extension was updated under this page, and the new copy takes over; or it was switched off on this site.
    const stop = () => ctx.abort('Nobody listens any more');
    onStop(stop);
    const sidebar = isInner
      ? undefined
      : createSidebar(document, {
          frameUrl: browser.runtime.getURL('/frame.html'),
          strings: readStrings(),
          save: (state) => void send('sidebar', state).catch(stop),
          signal: ctx.signal,
        });
    watchPage(document, {
      isInner,
      signal: ctx.signal,
      report(seen) {
        sidebar?.setFound(seen.candidates.some(({ refusal }) => refusal === undefined));
        // Refused: nothing that is shown here would be answered.
        send('seen', seen).then((answer) => (answer ? sidebar?.setState(answer.sidebar) : sidebar?.setFound(false)), stop);
      },
    });
  },
});
