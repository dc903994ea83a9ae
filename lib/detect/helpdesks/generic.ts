import type { Helpdesk } from '../helpdesk.ts';

/** Parts of an address that name one thing: numbers, keys as PROJ-12, UUIDs and other long hexadecimal names. */
const NAME = /^(?:#?\d{1,20}|[A-Z][A-Z0-9_]*-\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24,40})$/i;
/** Parameters that turn a page or a tab, not the ticket. */
const VIEW = /^(?:page|p|offset|start|limit|size|per_page|tab|sort|order|view|t|ts|v|_)$/i;
/** Pages about many tickets, or about none. */
const NO_TICKET =
  /\/(?:dashboards?|reports?|reporting|analytics|statistics|insights?|settings|admin|configuration|search)(?:[/?#]|$)/i;
const MAX_KEY = 300;

function nameParts(url: URL): readonly string[] {
  const parts = `${url.pathname}${url.search}${url.hash}`.split(/[/?&;#=]+/).filter((part) => part !== '');
  return parts.flatMap((part, at) => (NAME.test(part) && !VIEW.test(parts[at - 1] ?? '') ? `${parts[at - 1] ?? ''}/${part}` : []));
}

/** Any page on a site that the agent enabled and no other helpdesk recognises. */
export const generic: Helpdesk = {
  id: 'generic',
  name: 'Helpdesk',
  recognises: () => true,
  // Where no part of the address names a ticket, the page itself is what is open.
  ticketKey: (url) => {
    const parts = nameParts(url);
    const address = `${url.pathname}${url.hash}`;
    return parts.length === 0 && NO_TICKET.test(address) ? undefined : (parts.join(' ') || address).slice(0, MAX_KEY);
  },
};
