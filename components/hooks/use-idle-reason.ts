import { useMemo } from 'preact/hooks';
import { findSiteOf } from '../../lib/domain/site.ts';
import type { SeenTab } from '../../lib/platform/tabs.ts';
import type { IdleReason } from '../conversation/conversation-props.ts';
import { useIsSetUp } from './use-is-set-up.ts';
import { useSites } from './use-sites.ts';
import type { FollowedTicket } from './use-ticket.ts';

/** Whether Backscroll runs on the tab's page; undefined until known. A page whose address is hidden is none of ours. */
export function useIsEnabled(tab: SeenTab | undefined): boolean | undefined {
  const sites = useSites();
  return useMemo(() => {
    if (!tab || !sites) return undefined;
    return findSiteOf(sites, tab.url)?.granted ?? false;
  }, [tab, sites]);
}

/** Origin of the tab's page where Backscroll is enabled on it, and the browser no longer grants it. */
export function useLostOrigin(tab: SeenTab | undefined): string | undefined {
  const site = findSiteOf(useSites() ?? [], tab?.url);
  return site?.granted === false ? site.origin : undefined;
}

/** Why a view that follows a tab shows no conversation; the first that holds. */
export function useIdleReason(isEnabled: boolean | undefined, isLost: boolean, ticket: FollowedTicket): IdleReason {
  const isSetUp = useIsSetUp();
  const reasons: readonly (readonly [IdleReason, boolean])[] = [
    ['scanning', isSetUp === undefined || isEnabled === undefined],
    ['not-set-up', isSetUp === false],
    ['access-lost', isLost],
    ['site-off', isEnabled === false],
    ['scanning', !ticket.settled],
    ['no-ticket', ticket.ticket === undefined],
  ];
  return reasons.find(([, holds]) => holds)?.[0] ?? 'no-id';
}
