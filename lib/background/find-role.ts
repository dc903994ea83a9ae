import { findSiteOf, type Site } from '../domain/site.ts';
import type { Speaker } from '../platform/sender.ts';
import type { Role } from './message-policy.ts';
import { readSites } from './read-sites.ts';

/** `outside`: the site is a part of its origin, and the page is in another. */
function judgeSite(sites: readonly Site[], { origin, page }: Extract<Speaker, { kind: 'site' }>): Role | undefined {
  const site = sites.find((one) => one.origin === origin);
  return site && (site.paths === undefined || findSiteOf([site], page) ? 'site' : 'outside');
}

/** What a speaker counts as; undefined for strangers and for pages on which the agent has not enabled Backscroll. */
export async function findRole(speaker: Speaker): Promise<Role | undefined> {
  switch (speaker.kind) {
    case 'page':
      return speaker.page;
    case 'site':
      return judgeSite(await readSites(), speaker);
    case 'frame':
      return findSiteOf(await readSites(), speaker.tabUrl) ? 'frame' : undefined;
    case 'stranger':
      return undefined;
  }
}
