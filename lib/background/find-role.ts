import type { Speaker } from '../platform/sender.ts';
import { findSite } from './manage-sites.ts';
import type { Role } from './message-policy.ts';

/** What a speaker counts as; undefined for strangers and for pages on which the agent has not enabled Backscroll. */
export async function findRole(speaker: Speaker): Promise<Role | undefined> {
  switch (speaker.kind) {
    case 'page':
      return speaker.page;
    case 'site':
      return (await findSite(speaker.origin)) ? 'site' : undefined;
    case 'frame':
      return speaker.tabUrl !== undefined && (await findSite(new URL(speaker.tabUrl).origin)) ? 'frame' : undefined;
    case 'stranger':
      return undefined;
  }
}
