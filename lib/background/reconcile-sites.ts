import { hasAccess } from '../platform/access.ts';
import { showWarning } from '../platform/badge.ts';
import { registerContentScripts, startInOpenTabs, stopInOpenTabs } from '../platform/content-script.ts';
import { t } from '../platform/i18n.ts';
import { listOpenTabs } from '../platform/tabs.ts';
import { dropSite } from './follow-tab.ts';
import { createQueue } from './queue.ts';
import { readSites } from './read-sites.ts';

const inTurn = createQueue();

/** Sites that are enabled, by whether the browser grants them now. */
async function sortSites(): Promise<{ readonly granted: readonly string[]; readonly lost: readonly string[] }> {
  const origins = (await readSites()).map(({ origin }) => origin);
  const isGranted = await Promise.all(origins.map((origin) => hasAccess([origin])));
  return { granted: origins.filter((_, index) => isGranted[index]), lost: origins.filter((_, index) => !isGranted[index]) };
}

/** Ends what runs on a site's open pages, and drops what their tabs held. */
export async function leaveSite(origin: string): Promise<void> {
  await stopInOpenTabs(origin);
  await dropSite(await listOpenTabs(), origin);
}

/**
 * Without its permission, the extension does not learn that a tab shows the site. So the icon warns wherever the agent is, as
 * long as any enabled site has lost it.
 */
async function warnOf(lost: readonly string[]): Promise<void> {
  const hosts = lost.map((origin) => new URL(origin).host);
  await showWarning(hosts.length === 0 ? undefined : t('accessLostTitle', hosts.join(', ')));
}

async function apply(isWanted: (origin: string) => boolean): Promise<void> {
  const idle = await inTurn(async () => {
    const { granted, lost } = await sortSites();
    const added = await registerContentScripts(granted);
    await warnOf(lost);
    for (const origin of lost) await leaveSite(origin);
    return granted.filter((origin) => added.includes(origin) || isWanted(origin));
  });
  // Not in turn: a tab may answer late.
  await Promise.all(idle.map(startInOpenTabs));
}

/**
 * Makes the content script run exactly on the sites that are enabled and granted, in open tabs too, and says where a permission
 * is gone. Called at start, whenever a permission comes or goes, and when the list of sites changes.
 */
export function reconcileSites(): Promise<void> {
  return apply(() => false);
}

/** The same, and starts the content script in the tabs that are open on `origin`, even where its pattern was registered before. */
export function startSite(origin: string): Promise<void> {
  return apply((one) => one === origin);
}

/**
 * The same in all open tabs, whatever was registered: after an update, what runs in them is cut off from the extension, and ends
 * when its successor starts.
 */
export function restartSites(): Promise<void> {
  return apply(() => true);
}
