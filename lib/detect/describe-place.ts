import type { Helpdesk } from './helpdesk.ts';
import type { OpenPlace } from './other-tickets.ts';
import { createTicketNames } from './ticket-names.ts';

/** What is known of the open ticket before anything is judged: its heading, and how tickets are called here. */
export function describePlace(
  helpdesk: Helpdesk,
  ticket: string,
  url: URL,
  /** The page's, then those of its frames that were read. */
  documents: readonly Document[],
): OpenPlace {
  const find = (selector: string) => documents.flatMap((one) => one.querySelector(selector) ?? [])[0] ?? null;
  const subject = find('h1') ?? find(':is(main,[role="main"]) :is(h2,h3,[role="heading"])');
  const { shownNumber } = helpdesk;
  const shown = shownNumber ? documents.flatMap((one) => [...one.querySelectorAll(shownNumber)]) : [];
  const texts = [ticket, documents[0]?.title ?? '', ...[subject, ...shown].map((element) => element?.textContent ?? '')];
  return { ...{ helpdesk, ticket, url, subject }, names: createTicketNames(texts), known: new Map() };
}
