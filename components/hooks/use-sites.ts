import { useEffect, useState } from 'preact/hooks';
import type { SiteStatus } from '../../lib/domain/site.ts';
import { hasAccess, requestAccess, watchAccess } from '../../lib/platform/access.ts';
import { tell } from '../../lib/platform/messages.ts';
import { useStored } from './use-stored.ts';

/** The enabled sites, each with whether the browser still grants it. Undefined until known. */
export function useSites(): readonly SiteStatus[] | undefined {
  const { isRead, value } = useStored('local', 'sites');
  const [sites, setSites] = useState<readonly SiteStatus[]>();
  useEffect(() => {
    if (!isRead) return;
    const watching = new AbortController();
    const look = async () => {
      const all = await Promise.all((value ?? []).map(async (site) => ({ ...site, granted: await hasAccess([site.origin]) })));
      if (!watching.signal.aborted) setSites(all);
    };
    watchAccess(() => void look(), watching.signal);
    void look();
    return () => watching.abort();
  }, [isRead, value]);
  return sites;
}

/**
 * Enables Backscroll on an origin, or on a part of it; must be called in a click's own task. The prompt may close a popup, so the background is told
 * beforehand what is wanted. Resolves to false when the agent declines.
 */
export async function enableSite(origin: string, path?: string): Promise<boolean> {
  const asked = requestAccess([origin]);
  await tell('site-wanted', { origin, path });
  const isGranted = await asked;
  await (isGranted ? tell('enable-site', { origin, path }) : tell('site-wanted', { origin: null }));
  return isGranted;
}

export async function disableSite(origin: string, path?: string): Promise<void> {
  await tell('disable-site', { origin, path });
}

export async function showSidebar(origin: string): Promise<void> {
  await tell('show-sidebar', { origin });
}

/** Asks every chat system again for the ids of this site. */
export async function forgetProvider(origin: string): Promise<void> {
  await tell('forget-provider', { origin });
}
