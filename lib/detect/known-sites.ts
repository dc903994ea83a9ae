/** A helpdesk that every customer reaches at the same address. */
export interface KnownSite {
  readonly name: string;
  readonly origin: string;
}

interface Product {
  readonly name: string;
  /** Hosts that all customers share: offered in the settings with a switch each. */
  readonly hosts?: readonly string[];
  /** Domains below which each customer has a host: named when such an address is added. */
  readonly domains?: readonly string[];
}

/** A data centre each, as of 2026-11. */
const ZOHO_DOMAINS = 'zoho.com zoho.eu zoho.in zoho.com.au zoho.jp zoho.uk zoho.sa zohocloud.ca zoho.com.cn'.split(' ');

/** Products that run on hosts of their own; those that run on a company's host are told by their pages alone. */
const PRODUCTS: readonly Product[] = [
  { name: 'SocialBoards', hosts: ['inbox.socialboards.com'] },
  { name: 'Chatwoot', hosts: ['app.chatwoot.com'] },
  { name: 'Crisp', hosts: ['app.crisp.chat'] },
  { name: 'Front', hosts: ['app.frontapp.com'] },
  { name: 'Help Scout', hosts: ['secure.helpscout.net', 'app.helpscout.com'] },
  { name: 'HelpDesk', hosts: ['app.helpdesk.com'] },
  { name: 'HubSpot', hosts: ['app.hubspot.com', 'app-eu1.hubspot.com'], domains: ['hubspot.com'] },
  { name: 'Intercom', hosts: ['app.intercom.com', 'app.eu.intercom.com', 'app.au.intercom.com'] },
  { name: 'LiveChat', hosts: ['my.livechatinc.com'] },
  { name: 'Missive', hosts: ['mail.missiveapp.com'] },
  { name: 'Zoho Desk', hosts: ZOHO_DOMAINS.map((domain) => `desk.${domain}`) },
  { name: 'Dixa', domains: ['dixa.com'] },
  { name: 'Freshdesk', domains: ['freshdesk.com'] },
  { name: 'Freshservice', domains: ['freshservice.com'] },
  { name: 'Gorgias', domains: ['gorgias.com'] },
  { name: 'Jira Service Management', domains: ['atlassian.net'] },
  { name: 'Kayako', domains: ['kayako.com'] },
  { name: 'Kustomer', domains: ['kustomerapp.com'] },
  { name: 'LiveAgent', domains: ['ladesk.com'] },
  { name: 'Odoo Helpdesk', domains: ['odoo.com'] },
  { name: 'Re:amaze', domains: ['reamaze.com'] },
  { name: 'Salesforce', domains: ['lightning.force.com', 'my.salesforce.com'] },
  { name: 'ServiceNow', domains: ['service-now.com', 'servicenowservices.com'] },
  { name: 'Zammad', domains: ['zammad.com'] },
  { name: 'Zendesk', domains: ['zendesk.com'] },
];

/** Offered in the settings with a switch each; all others are added by their address or account. */
export const KNOWN_SITES: readonly KnownSite[] = PRODUCTS.flatMap(({ name, hosts = [] }) =>
  hosts.map((host) => ({ name, origin: `https://${host}` })),
);

/** A helpdesk that each customer reaches at a host of its own. */
export interface AccountSite {
  readonly name: string;
  /** The domain below which that is. */
  readonly domain: string;
}

/** Offered in the settings with a box for the account's address. */
export const ACCOUNT_SITES: readonly AccountSite[] = PRODUCTS.flatMap(({ name, hosts, domains: [domain] = [] }) =>
  hosts || domain === undefined ? [] : [{ name, domain }],
);

/** The address of an account that was typed by its name alone; any other address as it is. */
export function completeAddress(text: string, domain: string): string {
  const typed = text.trim();
  return /^[\w-]+$/.test(typed) ? `${typed}.${domain}` : typed;
}

/** The product at an origin, where the host tells; undefined for a company's own host. */
export function nameSite(origin: string): string | undefined {
  const { hostname } = new URL(origin);
  const isBelow = (domain: string) => hostname.endsWith(`.${domain}`);
  return PRODUCTS.find(({ hosts = [], domains = [] }) => hosts.includes(hostname) || domains.some(isBelow))?.name;
}
