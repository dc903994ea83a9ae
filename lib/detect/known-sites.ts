/** A helpdesk that every customer reaches at the same address. */
export interface KnownSite {
  readonly name: string;
  readonly origin: string;
}

/** Offered in the settings with a switch each; all others are added by their address. */
export const KNOWN_SITES: readonly KnownSite[] = [{ name: 'SocialBoards', origin: 'https://inbox.socialboards.com' }];

/** Products whose customers have hosts of their own below one domain. */
const NAMED_HOSTS: readonly { readonly domain: string; readonly name: string }[] = [{ domain: 'zendesk.com', name: 'Zendesk' }];

/** The product at an origin, where the host tells; undefined for a company's own host. */
export function nameSite(origin: string): string | undefined {
  const known = KNOWN_SITES.find((site) => site.origin === origin);
  const { hostname } = new URL(origin);
  return known?.name ?? NAMED_HOSTS.find(({ domain }) => hostname.endsWith(`.${domain}`))?.name;
}
