/** Makers of helpdesks that run on their own hosts only, as of 2026-11. */
const HOSTED =
  /(?:^|\.)(?:socialboards|zendesk|freshdesk|freshservice|hubspot|frontapp|gorgias|force|salesforce|service-now|servicenowservices|kustomerapp|helpdesk|livechatinc|reamaze|missiveapp|kayako|ladesk|dixa)\.com$|(?:^|\.)(?:intercom\.(?:com|io)|helpscout\.(?:net|com)|zoho\.[a-z.]{2,6}|crisp\.chat)$/;

/** Whether a host belongs to the maker of a helpdesk: no other product is found there. */
export function isHosted(hostname: string): boolean {
  return HOSTED.test(hostname);
}
