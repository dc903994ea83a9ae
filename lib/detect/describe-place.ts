import type { Helpdesk } from './helpdesk.ts';
import type { OpenPlace } from './other-tickets.ts';
import { createTicketNames } from './ticket-names.ts';

/** What is known of the open ticket before anything is judged: its heading, and how tickets are called here. */
export function describePlace(helpdesk: Helpdesk, ticket: string, url: URL, document: Document): OpenPlace {
  const subject = document.querySelector('h1') ?? document.querySelector(':is(main,[role="main"]) :is(h2,h3,[role="heading"])');
  const shown = helpdesk.shownNumber ? [...document.querySelectorAll(helpdesk.shownNumber)] : [];
  const texts = [ticket, document.title, ...[subject, ...shown].map((element) => element?.textContent ?? '')];
  return { ...{ helpdesk, ticket, url, subject }, names: createTicketNames(texts), known: new Map() };
}
