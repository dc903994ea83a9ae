import type { Helpdesk } from './helpdesk.ts';
import { selectHelpdesk } from './select-helpdesk.ts';

export interface OpenTicket {
  readonly helpdesk: string;
  readonly ticket: string | undefined;
}

/** Which ticket is open. While the document is still coming in, its fingerprints may be missing: the address decides. */
export function identifyTicket(document: Document, helpdesks: readonly Helpdesk[]): OpenTicket {
  const url = new URL(document.URL);
  const seen = document.readyState === 'loading' ? undefined : document;
  const helpdesk = selectHelpdesk(helpdesks, url, seen);
  return { helpdesk: helpdesk.id, ticket: helpdesk.ticketKey(url, seen) };
}
