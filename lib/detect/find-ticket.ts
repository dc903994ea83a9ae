import { HELPDESKS } from './registry.ts';
import { selectHelpdesk } from './select-helpdesk.ts';

/** The ticket that an address shows. */
export interface Ticket {
  readonly helpdesk: string;
  /** Absent: a page of the helpdesk without a single open ticket. */
  readonly ticket?: string;
}

/** Which helpdesk and ticket an address shows, as far as the address alone tells. */
export function findTicket(url: URL): Ticket {
  const helpdesk = selectHelpdesk(HELPDESKS, url);
  const ticket = helpdesk.ticketKey(url);
  return ticket === undefined ? { helpdesk: helpdesk.id } : { helpdesk: helpdesk.id, ticket };
}
