import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Helpdesk } from '../lib/detect/helpdesk.ts';
import { makeName, nameFrame } from '../lib/detect/inner-frames.ts';
import { isReadByParent } from '../lib/detect/is-read-by-parent.ts';
import type { Report, TaughtPage } from '../lib/detect/watch-options.ts';
import { watchPage } from '../lib/detect/watch-page.ts';
import type { SidebarState } from '../lib/domain/site.ts';
import { onStop, type Protocol, send } from '../lib/platform/messages.ts';
import type { MakeSidebar, Sidebar } from '../lib/sidebar/create-sidebar.ts';

/** What the script's parts and the background's commands find in this world; the page cannot see it. */
interface World {
  /** Left by the part that runs before this one. */
  readonly backscrollHelpdesks?: readonly Helpdesk[];
  backscrollRules?: TaughtPage | undefined;
  /** Present as long as there is no sidebar. */
  backscrollSidebar?: ((make: MakeSidebar) => void) | undefined;
}

/** `name`: what a frame that speaks for itself calls what it shows; the page calls its document so. */
type NamedReport = Report & { readonly name: string };

/** A background that is only just starting may miss a message or two; a browser that restores many tabs needs longer. */
const RETRIES = 5;
const RETRY_AFTER = 1000;

/** Chromium prepares pages before the agent goes there: until then, the tab shows another customer's. */
async function untilShown(): Promise<void> {
  if (!('prerendering' in document && document.prerendering)) return;
  await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}

/** Ends the script that runs in this page already, of an older version or started before; the next one ends this. */
function takeOver(life: AbortController): void {
  const start = `${browser.runtime.id} start`;
  document.dispatchEvent(new Event(start));
  document.addEventListener(start, () => life.abort(), { signal: life.signal });
}

const LOOK_AFTER = 1000;

/** Ends all that runs here, until the address leads elsewhere than to the path that was refused. */
function rest(life: AbortController, refused: string): void {
  life.abort();
  const resting = new AbortController();
  takeOver(resting);
  onStop(() => resting.abort());
  const timer = setInterval(() => {
    if (location.pathname === refused && browser.runtime?.id && !resting.signal.aborted) return;
    clearInterval(timer);
    if (browser.runtime?.id && !resting.signal.aborted) void run();
  }, LOOK_AFTER);
}

/** The sidebar's place: its code comes when there is something to show. */
function keepSidebar(world: World, signal: AbortSignal, save: (state: SidebarState) => void) {
  let sidebar: Sidebar | undefined;
  let state: SidebarState | undefined;
  let isFound = false;
  world.backscrollSidebar = (make) => {
    world.backscrollSidebar = undefined;
    sidebar = make({ save, signal });
    sidebar?.setFound(isFound);
    if (state) sidebar?.setState(state);
  };
  return {
    setFound(found: boolean): void {
      isFound = found;
      sidebar?.setFound(found);
    },
    /** For a state that is asked for now and comes later. */
    awaitState(): (state: SidebarState) => void {
      const take = sidebar?.awaitState();
      return (next) => {
        state = next;
        (take ?? sidebar?.setState.bind(sidebar))?.(next);
      };
    },
  };
}

type Answer = Protocol['seen']['output'] | undefined;

/**
 * Says what the page shows, until the background has heard the latest of it. Of what was found, nothing is said before the first
 * answer: this part of the site may not be enabled.
 */
function createDelivery(isAlive: () => boolean, begin: () => (answer: Answer) => void) {
  let latest: NamedReport | undefined;
  let standing: 'new' | 'asked' | 'answered' = 'new';
  const say = (report: NamedReport, retries: number) => {
    const take = begin();
    const goOn = () => {
      const isFirst = standing === 'asked';
      standing = 'answered';
      if (isFirst && latest && latest !== report && isAlive()) say(latest, RETRIES);
    };
    send('seen', report).then(
      (answer) => {
        take(answer);
        goOn();
      },
      () => {
        const retry = () => latest === report && isAlive() && say(report, retries - 1);
        if (isAlive() && retries > 0) setTimeout(retry, RETRY_AFTER);
        goOn();
      },
    );
  };
  return {
    deliver(report: NamedReport): void {
      latest = report;
      if (standing === 'asked') return;
      if (standing === 'new') standing = 'asked';
      say(report, RETRIES);
    },
    again(): void {
      if (latest) say(latest, RETRIES);
    },
  };
}

async function run(): Promise<void> {
  if (isReadByParent(window)) return;
  const life = new AbortController();
  const { signal } = life;
  takeOver(life);
  await untilShown();
  if (signal.aborted) return;
  const isInner = window.parent !== window;
  const world = globalThis as World;
  // Switched off on this site.
  onStop(() => life.abort());
  // When the extension was updated or removed under this page, everything ends.
  const isAlive = () => {
    if (!browser.runtime?.id) life.abort();
    return !signal.aborted;
  };
  const sidebar = isInner ? undefined : keepSidebar(world, signal, (state) => void send('sidebar', state).catch(isAlive));
  const documentName = makeName();
  const own = isInner ? nameFrame(window, signal) : { of: () => documentName };
  const delivery = createDelivery(isAlive, () => {
    const takeState = sidebar?.awaitState();
    const { pathname } = location;
    return (answer) => {
      // Another part of this origin is enabled, not this one.
      if (answer === null) return isInner || signal.aborted ? undefined : rest(life, pathname);
      // Refused: nothing that is shown here would be answered.
      if (!answer) return sidebar?.setFound(false);
      takeState?.(answer.sidebar);
      page?.setRules(answer.rules);
    };
  });
  // Back from the browser's memory: the tab has shown another page in between, and been told so.
  addEventListener('pageshow', ({ persisted }) => persisted && delivery.again(), { signal });
  const page = watchPage(document, {
    ...{ isInner, signal, helpdesks: world.backscrollHelpdesks ?? [] },
    report(seen) {
      sidebar?.setFound(seen.candidates.some(({ refusal }) => refusal === undefined));
      delivery.deliver({ ...seen, name: own.of(seen.candidates) });
    },
  });
  world.backscrollRules = page;
}

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  // Where it runs is said when it is registered: in a world of its own. Here, the word only keeps WXT's wrapper out of every page.
  world: 'MAIN',
  main: run,
});
