import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { isReadByParent } from '../lib/detect/is-read-by-parent.ts';
import { type Report, watchPage } from '../lib/detect/watch-page.ts';
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
    off: say('sidebarOff'),
    isOff: say('sidebarIsOff'),
    undo: say('undo'),
    resize: say('sidebarResize'),
  };
}

/** A background that is only just starting may miss a message or two; a browser that restores many tabs needs longer. */
const RETRIES = 5;
const RETRY_AFTER = 1000;

/** Chromium prepares pages before the agent goes there: until then, the tab shows another customer's. */
async function untilShown(): Promise<void> {
  if (!('prerendering' in document && document.prerendering)) return;
  await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  // Without this, every start would post a message with the extension's id for the page to read.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    if (isReadByParent(window)) return;
    await untilShown();
    if (ctx.isInvalid) return;
    const isInner = window.parent !== window;
    // Switched off on this site.
    onStop(() => ctx.abort('Nobody listens any more'));
    let latest: Report | undefined;
    const sidebar = isInner
      ? undefined
      : createSidebar(document, {
          frameUrl: browser.runtime.getURL('/frame.html'),
          strings: readStrings(),
          // Asking whether the context is valid ends everything when the extension was updated under this page.
          save: (state) => void send('sidebar', state).catch(() => ctx.isValid),
          signal: ctx.signal,
        });
    const deliver = (report: Report, retries: number) => {
      const takeState = sidebar?.awaitState();
      send('seen', report).then(
        (answer) => {
          // Refused: nothing that is shown here would be answered.
          if (!answer) return sidebar?.setFound(false);
          takeState?.(answer.sidebar);
          page?.setRules(answer.rules);
        },
        () => {
          const retry = () => latest === report && deliver(report, retries - 1);
          if (ctx.isValid && retries > 0) ctx.setTimeout(retry, RETRY_AFTER);
        },
      );
    };
    // Back from the browser's memory: the tab has shown another page in between, and been told so.
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && latest && deliver(latest, RETRIES);
    addEventListener('pageshow', onShow, { signal: ctx.signal });
    const page = watchPage(document, {
      isInner,
      signal: ctx.signal,
      report(report) {
        latest = report;
        sidebar?.setFound(report.candidates.some(({ refusal }) => refusal === undefined));
        deliver(report, RETRIES);
      },
    });
    // For commands of the background, in this world alone.
    Object.assign(globalThis, { backscrollRules: page });
  },
});
