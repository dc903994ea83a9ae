import { browser } from 'wxt/browser';
import { findHosted } from '../domain/hosted.ts';
import type { SidebarStrings } from '../domain/site.ts';
import { toMatchPattern } from './access.ts';
import { t } from './i18n.ts';
import type { Stop } from './messages.ts';
import { waitAtMost } from './wait-at-most.ts';

const CORE = '/content-scripts/helpdesk.js' as const;
const SELF_HOSTED = '/self-hosted-helpdesks.js' as const;
const SCAN = '/scan-page.js';
const SIDEBAR = '/page-sidebar.js';

/** The content script's files at a host: the helpdesks that may be there, then what reads them. */
function listFiles(hostname: string) {
  const hosted = findHosted(hostname);
  return [hosted === undefined ? SELF_HOSTED : (`/helpdesks/${hosted}.js` as const), CORE];
}

/** Registrations are named after their pattern: two sites that differ in port share one where patterns have no port. */
function toRegistration(origin: string) {
  const pattern = toMatchPattern(origin);
  const js = listFiles(new URL(origin).hostname);
  return {
    id: `${js.join(' ')} ${pattern}`,
    matches: [pattern],
    js,
    allFrames: true,
    // Reaches srcdoc and sandboxed frames, where mails are often shown.
    matchOriginAsFallback: true,
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
  };
}

/**
 * Makes the registered content scripts equal to `origins`: adds what is missing, removes what is left over.
 * Registrations are lost when a build is loaded again, so this runs at install and at every start.
 * Resolves to the origins that were missing: in tabs that are open on them, nothing runs yet.
 */
export async function registerContentScripts(origins: readonly string[]): Promise<readonly string[]> {
  const wanted = new Map(origins.map(toRegistration).map((script) => [script.id, script]));
  const present = await browser.scripting.getRegisteredContentScripts();
  const stale = present.map((script) => script.id).filter((id) => !wanted.has(id));
  const missing = [...wanted.values()].filter((script) => !present.some(({ id }) => id === script.id));
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing);
  const added = new Set(missing.flatMap(({ matches }) => matches));
  return origins.filter((origin) => added.has(toMatchPattern(origin)));
}

/** The frames of `origin` in a tab of another site. */
async function findFrames(tab: number, origin: string): Promise<readonly number[]> {
  const frames = await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    func: () => self.origin,
    injectImmediately: true,
  });
  return frames.filter(({ result }) => result === origin).map(({ frameId }) => frameId);
}

async function startInTab(tab: number, url: string, origin: string): Promise<void> {
  const isOwn = URL.parse(url)?.origin === origin;
  const frameIds = isOwn ? [] : [...(await findFrames(tab, origin))];
  if (!isOwn && frameIds.length === 0) return;
  await browser.scripting.executeScript({
    target: isOwn ? { tabId: tab, allFrames: true } : { tabId: tab, frameIds },
    files: listFiles(new URL(origin).hostname),
    // Otherwise a tab that never stops loading would never start.
    injectImmediately: true,
  });
}

/**
 * Starts the content script where `origin` is open already: in its own tabs, and in frames of it in the tabs of other sites that
 * the browser lets us see. A tab that refuses (an error page, say) is passed over, one that answers late is not waited for.
 */
export async function startInOpenTabs(origin: string): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id, url }) => (id === undefined || url === undefined ? undefined : waitAtMost(startInTab(id, url, origin)))),
  );
}

/** What the sidebar's script finds in its world. */
interface SidebarWorld {
  /** Present as long as there is no sidebar. */
  readonly backscrollSidebar?: unknown;
  backscrollStrings?: SidebarStrings;
}

function readStrings(): SidebarStrings {
  return {
    name: t('extensionName'),
    open: t('sidebarOpen'),
    close: t('sidebarClose'),
    moveLeft: t('sidebarMoveLeft'),
    moveRight: t('sidebarMoveRight'),
    switchOff: t('sidebarSwitchOff'),
    off: t('sidebarOff'),
    isOff: t('sidebarIsOff'),
    undo: t('undo'),
    resize: t('sidebarResize'),
  };
}

/**
 * Adds the sidebar to the page in a tab, unless it is there. A tab that refuses (it has gone elsewhere, say) is passed over. It brings its
 * words along: to look them up costs a page a millisecond.
 */
export async function addSidebar(tab: number): Promise<void> {
  const target = { tabId: tab };
  const func = (strings: SidebarStrings) => {
    const world = globalThis as SidebarWorld;
    world.backscrollStrings = strings;
    return Boolean(world.backscrollSidebar);
  };
  try {
    const [frame] = await browser.scripting.executeScript({ target, func, args: [readStrings()], injectImmediately: true });
    if (frame?.result) await browser.scripting.executeScript({ target, files: [SIDEBAR], injectImmediately: true });
  } catch {
    // Nothing is lost: the views hold what the page shows.
  }
}

/** What one frame of a page answered; anything at all, for the page is hostile ground. */
export interface FrameAnswer {
  readonly frame: number;
  readonly answer: unknown;
}

/** So long a page may take to be whole; what never ends is read as it is. */
const LOADING_MS = 3000;

/** Looks at the page in a tab once, where the agent's click on our icon lets us. Undefined: the browser, or the page, does not let us. */
export async function scanOnce(tab: number): Promise<readonly FrameAnswer[] | undefined> {
  const look = (injectImmediately: boolean) =>
    waitAtMost(
      browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, files: [SCAN], injectImmediately }),
      LOADING_MS,
    );
  const frames = (await look(false)) ?? (await look(true));
  return frames?.map(({ frameId, result }) => ({ frame: frameId, answer: result }));
}

/**
 * Ends the content script in every tab that is open on `origin`, with all that it put into the page. A message, because it
 * arrives where the permission is gone already; a tab where nothing runs refuses it. Sandboxed frames are their tab's: they end with
 * it, or where the browser does not let us see any more whose it is.
 */
export async function stopInOpenTabs(origin: string): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id, url }) => {
      const stop: Stop = { stop: origin, isOwn: url === undefined || URL.parse(url)?.origin === origin };
      return id === undefined ? undefined : waitAtMost(browser.tabs.sendMessage(id, stop));
    }),
  );
}

/** Whether the page in a tab has a content script that hears us; an error page has none. One that is busy has. */
export async function isHeard(tab: number): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tab, {}, { frameId: 0 });
    return true;
  } catch {
    return false;
  }
}
