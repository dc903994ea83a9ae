import type { ProviderId } from '../domain/ref.ts';
import { DEFAULT_SIDEBAR, type SidebarState, type Site } from '../domain/site.ts';
import { dropAccess, hasAccess } from '../platform/access.ts';
import { registerContentScripts, startInOpenTabs } from '../platform/content-script.ts';
import { readValue, writeValue } from '../platform/stored-value.ts';
import { leaveTab } from './follow-tab.ts';
import { createQueue } from './queue.ts';
import { readSites } from './read-sites.ts';

const inTurn = createQueue();

export async function findSite(origin: string): Promise<Site | undefined> {
  return (await readSites()).find((site) => site.origin === origin);
}

/** Sites whose origin the browser grants now. */
async function listGranted(): Promise<readonly string[]> {
  const origins = (await readSites()).map(({ origin }) => origin);
  const granted = await Promise.all(origins.map((origin) => hasAccess([origin])));
  return origins.filter((_, index) => granted[index]);
}

/**
 * Makes the content script run exactly on the sites that are enabled and granted.
 * Called at install, at start and whenever a permission comes or goes.
 */
export function reconcileSites(): Promise<void> {
  return inTurn(async () => registerContentScripts(await listGranted()));
}

function changeSites(change: (sites: readonly Site[]) => readonly Site[]): Promise<void> {
  return inTurn(async () => {
    await writeValue('local', 'sites', change(await readSites()));
    await registerContentScripts(await listGranted());
  });
}

/** Enables Backscroll on an origin that the browser has granted. Tabs that are open on it start working at once. */
export async function enableSite(origin: string): Promise<void> {
  if (!(await hasAccess([origin]))) return;
  if ((await findSite(origin)) === undefined)
    await changeSites((sites) => [...sites.filter((site) => site.origin !== origin), { origin, sidebar: DEFAULT_SIDEBAR }]);
  else await reconcileSites();
  await startInOpenTabs(origin);
}

/** Forgets a site and gives its permission back. */
export async function disableSite(origin: string): Promise<void> {
  await changeSites((sites) => sites.filter((site) => site.origin !== origin));
  await dropAccess(origin);
}

/** Notes that the browser is being asked for an origin: in Firefox the prompt closes the popup, which then can't report back. */
export function wantSite(origin: string): Promise<void> {
  return inTurn(async () => {
    const wanted = (await readValue('session', 'wanted')) ?? [];
    await writeValue('session', 'wanted', [...wanted.filter((other) => other !== origin), origin]);
  });
}

/** A permission came: enables the sites that were waiting for it, and brings back those that had lost it. */
export async function admitWanted(): Promise<void> {
  const wanted = (await readValue('session', 'wanted')) ?? [];
  for (const origin of wanted) await enableSite(origin);
  const still = await Promise.all(wanted.map(async (origin) => ((await findSite(origin)) ? undefined : origin)));
  await writeValue(
    'session',
    'wanted',
    still.filter((origin) => origin !== undefined),
  );
  await reconcileSites();
}

/** Keeps what the agent did to the in-page sidebar of a site. */
export function keepSidebar(origin: string, sidebar: SidebarState): Promise<void> {
  return inTurn(async () => {
    const sites = await readSites();
    await writeValue(
      'local',
      'sites',
      sites.map((site) => (site.origin === origin ? { ...site, sidebar } : site)),
    );
  });
}

/** Shows the in-page sidebar again on a site where it was switched off; open tabs learn of it at their next report. */
export async function showSidebar(origin: string): Promise<void> {
  const site = await findSite(origin);
  if (!site) return;
  await keepSidebar(origin, { ...site.sidebar, shown: true });
  await startInOpenTabs(origin);
}

/** A page starts loading in a tab. Unless it is an enabled site, what the tab held was another page's. */
export async function leaveUnlessSite(tab: number, url: string | undefined): Promise<void> {
  const site = url !== undefined && URL.canParse(url) ? await findSite(new URL(url).origin) : undefined;
  if (!site) await leaveTab(tab);
}

/** Remembers which chat system a site's ids belong to, where its pages do not say. */
export async function preferProvider(tab: number, provider: ProviderId): Promise<void> {
  const origin = (await readValue('session', `reports:${tab}`))?.[0]?.site;
  await changeSites((sites) => sites.map((site) => (site.origin === origin ? { ...site, provider } : site)));
}
