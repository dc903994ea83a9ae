import type { Helpdesk } from '../helpdesk.ts';

/** Parts of an address that name one thing: numbers, keys as PROJ-12, UUIDs and other long hexadecimal names. */
const NAME = /^(?:#?\d{1,20}|[A-Z][A-Z0-9_]*-\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24,40})$/i;
/** What follows such a word is a ticket's name, whatever it looks like: `/tickets/k3J9x`, `?case=blue-lamp`. */
const TICKET =
  /^(?:tickets?|cases?|conversations?|issues?|requests?|threads?|incidents?|cas_?id|chats?|sak|saker|sag|ärende|vis|details?)$/i;
const COMMON =
  /^(?:new|all|open|closed|mine|my|list|search|view|views|queue|inbox|unassigned|archive|pending|solved|create|edit|export|import|recent|details?|index|filters?|board|dashboard|settings|main|home)(?:\.\w+)?$/i;
/** Parameters that turn a page or a tab, not the ticket. */
const VIEW = /^(?:page|p|offset|start|limit|size|per_page|tab|sort|order|view|t|ts|v|_)$/i;
/** Pages about many tickets, or about none. */
const NO_TICKET =
  /\/(?:dashboards?|reports?|reporting|analytics|statistics|insights?|settings|admin|configuration|search)(?:[/?#]|$)/i;
const MAX_KEY = 300;

function nameParts(url: URL): readonly string[] {
  const parts = `${url.pathname}${url.search}${url.hash}`.split(/[/?&;#=]+/).filter((part) => part !== '');
  return parts.flatMap((part, at) => {
    const before = parts[at - 1] ?? '';
    const isName = NAME.test(part) ? !VIEW.test(before) : TICKET.test(before) && !COMMON.test(part) && !TICKET.test(part);
    return isName ? `${before}/${part}` : [];
  });
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
