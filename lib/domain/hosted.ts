/** Makers of helpdesks that run on their own hosts only, as of 2026-11: the helpdesk's id, and the domains below which it is. */
const DOMAINS = {
  'socialboards-inbox': 'socialboards\\.com',
  zendesk: 'zendesk\\.com',
  freshdesk: 'freshdesk\\.com',
  freshservice: 'freshservice\\.com',
  intercom: 'intercom\\.(?:com|io)',
  hubspot: 'hubspot\\.com',
  'help-scout': 'helpscout\\.(?:net|com)',
  front: 'frontapp\\.com',
  gorgias: 'gorgias\\.com',
  'zoho-desk': '(?:zoho\\.[a-z.]{2,6}|zohocloud\\.ca)',
  salesforce: '(?:sales)?force\\.com',
  servicenow: '(?:service-now|servicenowservices)\\.com',
  kustomer: 'kustomerapp\\.com',
  crisp: 'crisp\\.chat',
  'helpdesk-livechat': '(?:helpdesk|livechatinc)\\.com',
  reamaze: 'reamaze\\.com',
  missive: 'missiveapp\\.com',
  kayako: 'kayako\\.com',
  liveagent: 'ladesk\\.com',
  dixa: 'dixa\\.com',
} as const;

export type HostedId = keyof typeof DOMAINS;

export const HOSTED_IDS = Object.keys(DOMAINS) as readonly HostedId[];

/** The helpdesk whose maker a host belongs to: no other product is found there. Undefined: it may hold any. */
export function findHosted(hostname: string): HostedId | undefined {
  return HOSTED_IDS.find((id) => new RegExp(`(?:^|\\.)${DOMAINS[id]}$`).test(hostname));
}
