import { parseSite } from '../domain/parse-site.ts';
import type { ProviderId } from '../domain/ref.ts';
import { DEFAULT_SIDEBAR, findSiteOf, type SidebarState, type Site } from '../domain/site.ts';
import { hasAccess } from '../platform/access.ts';
import { isHeard, startInOpenTabs } from '../platform/content-script.ts';
import { readValue, writeValue } from '../platform/stored-value.ts';
import { leaveTab } from './follow-tab.ts';
import { giveUpAccess } from './give-up-access.ts';
import { findTop } from './merge-reports.ts';
import { createQueue } from './queue.ts';
import { readSites } from './read-sites.ts';
import { leaveSite, reconcileSites, startSite } from './reconcile-sites.ts';

const inTurn = createQueue();

export async function findSite(origin: string): Promise<Site | undefined> {
  return (await readSites()).find((site) => site.origin === origin);
}

function changeSites(change: (sites: readonly Site[]) => readonly Site[]): Promise<void> {
  return inTurn(async () => writeValue('local', 'sites', change(await readSites())));
}

/** What is added to a site: a part of its origin, or all of it. */
function addPart(site: Site | undefined, origin: string, path: string | undefined): Site {
  if (!site) return { origin, sidebar: DEFAULT_SIDEBAR, ...(path === undefined ? {} : { paths: [path] }) };
  const { paths, ...whole } = site;
  return path === undefined || paths === undefined ? whole : { ...whole, paths: [...new Set([...paths, path])] };
}

/** What is left of a site; undefined: nothing. */
function dropPart(site: Site, path: string | undefined): Site | undefined {
  const paths = path === undefined ? [] : (site.paths ?? []).filter((one) => one !== path);
  return paths.length > 0 ? { ...site, paths } : undefined;
}

/**
 * Enables Backscroll on an origin that the browser has granted, or on a part of it. Tabs that are open on it start working at once.
 */
export async function enableSite(origin: string, path?: string): Promise<void> {
  if (!parseSite(origin).ok || !(await hasAccess([origin]))) return;
  await changeSites((sites) => {
    const before = sites.find((site) => site.origin === origin);
    const after = addPart(before, origin, path);
    return before ? sites.map((site) => (site === before ? after : site)) : [...sites, after];
  });
  await startSite(origin);
}

/**
 * Forgets a site, or a part of one: its open tabs stop at once. With the last part its permission is given back, unless something else
 * lives by it.
 */
export async function disableSite(origin: string, path?: string): Promise<void> {
  await changeSites((sites) =>
    sites.flatMap((site) => {
      const left = site.origin === origin ? dropPart(site, path) : site;
      return left ? [left] : [];
    }),
  );
  await reconcileSites();
  await leaveSite(origin);
  if (await findSite(origin)) await startSite(origin);
  else await giveUpAccess(origin);
}

/** A question of the browser's that stands longer than this was answered with its popup gone: nobody tells of a refusal then. */
const WANTED_MS = 120_000;

/** Kept as `<address> <until, ms since the epoch>`. */
async function listWanted(): Promise<readonly URL[]> {
  const wanted = ((await readValue('session', 'wanted')) ?? []).map((entry) => entry.split(' '));
  return wanted.flatMap(([address = '', until]) => (Number(until) > Date.now() ? [new URL(address)] : []));
}

/**
 * Notes that the browser is being asked for an origin: in Firefox the prompt closes the popup, which then can't report back. It asks
 * one thing at a time; `null` when the agent has declined, or it asks for something else.
 */
export function wantSite(origin: string | null, path = ''): Promise<void> {
  return inTurn(() => writeValue('session', 'wanted', origin === null ? [] : [`${origin}${path} ${Date.now() + WANTED_MS}`]));
}

/** A permission came: enables the site that was waiting for it, and brings back those that had lost it. */
export async function admitWanted(): Promise<void> {
  for (const { origin, pathname } of await listWanted()) {
    await enableSite(origin, pathname === '/' ? undefined : pathname);
    if (await findSite(origin)) await wantSite(null);
  }
  await reconcileSites();
}

/** Keeps what the agent did to the in-page sidebar of a site. */
export function keepSidebar(origin: string, sidebar: SidebarState): Promise<void> {
  return changeSites((sites) => sites.map((site) => (site.origin === origin ? { ...site, sidebar } : site)));
}

/** Shows the in-page sidebar again on a site where it was switched off; open tabs learn of it at their next report. */
export async function showSidebar(origin: string): Promise<void> {
  const site = await findSite(origin);
  if (!site) return;
  await keepSidebar(origin, { ...site.sidebar, shown: true });
  await startInOpenTabs(origin);
}

/**
 * A tab loads, or has loaded. Unless it shows a page of an enabled site that hears us, what it held was another page's: an error page
 * has the address of the page that did not come. A page that has spoken meanwhile is not taken back.
 */
export async function leaveUnlessSite(tab: number, url: string | undefined): Promise<void> {
  if (!findSiteOf(await readSites(), url)) return leaveTab(tab);
  const before = await readTopName(tab);
  if (before !== undefined && !(await isHeard(tab)) && (await readTopName(tab)) === before) await leaveTab(tab);
}

/** The name of the document that spoke last for a whole tab. */
async function readTopName(tab: number): Promise<string | undefined> {
  return findTop((await readValue('session', `reports:${tab}`)) ?? [])?.name;
}

/**
 * Remembers which chat system a site's ids belong to, where its pages do not say. What the agent chose stands beside what
 * look-ups showed, and outranks it.
 */
export async function preferProvider(tab: number, provider: ProviderId, isChosen: boolean): Promise<void> {
  const origin = findTop((await readValue('session', `reports:${tab}`)) ?? [])?.site;
  const known = isChosen ? { chosenProvider: provider } : { provider };
  await changeSites((sites) => sites.map((site) => (site.origin === origin ? { ...site, ...known } : site)));
}

/** Forgets it again: every chat system that is set up is asked. */
export function forgetProvider(origin: string): Promise<void> {
  return changeSites((sites) =>
    sites.map((site) => {
      const { provider: _, chosenProvider: __, ...bare } = site;
      return site.origin === origin ? bare : site;
    }),
  );
}
