import { dropAccess, toMatchPattern } from '../platform/access.ts';
import { PROVIDERS } from '../providers/registry.ts';
import { readProviders } from './provider-directory.ts';
import { readSites } from './read-sites.ts';

/**
 * Gives the permission for an origin back, unless a site or a chat system that is still set up lives by the same one: in Firefox
 * one permission covers all ports of a host.
 */
export async function giveUpAccess(url: string): Promise<void> {
  const providers = Object.values(await readProviders());
  const inUse = [
    ...(await readSites()).map(({ origin }) => origin),
    ...providers.flatMap(({ settings }) => PROVIDERS[settings.provider].urls(settings)),
  ];
  if (!inUse.some((other) => toMatchPattern(other) === toMatchPattern(url))) await dropAccess(url);
}
