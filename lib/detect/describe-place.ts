import type { Helpdesk } from './helpdesk.ts';
import { namesAids, namesOtherTickets } from './name-other-tickets.ts';
import { DIALOGS, findOpenDialog } from './open-dialog.ts';
import type { OpenPlace } from './open-place.ts';
import { createTicketNames } from './ticket-names.ts';

const MAX_HEADINGS = 20;

function isSubject({ textContent }: Element): boolean {
  const text = textContent ?? '';
  return !namesAids(text) && !namesOtherTickets(text);
}

/** What is known of the open ticket before anything is judged: its heading, and how tickets are called here. */
export function describePlace(
  helpdesk: Helpdesk,
  ticket: string,
  url: URL,
  /** The page's, then those of its frames that were read. */
  documents: readonly Document[],
  /** Where numbers were found. */
  found: readonly Node[],
): OpenPlace {
  const list = (selector: string) => documents.flatMap((one) => [...one.querySelectorAll(selector)].slice(0, MAX_HEADINGS));
  const [first] = list('h1');
  const subject = first ?? list(':is(main,[role="main"]) :is(h2,h3,[role="heading"])').find(isSubject) ?? null;
  const { shownNumber } = helpdesk;
  const shown = shownNumber ? documents.flatMap((one) => [...one.querySelectorAll(shownNumber)]) : [];
  const texts = [ticket, documents[0]?.title ?? '', ...[subject, ...shown].map((element) => element?.textContent ?? '')];
  const names = createTicketNames(texts);
  const dialog = findOpenDialog(list(DIALOGS), names, first && isSubject(first) ? first : undefined, found);
  const heading = subject ?? dialog?.querySelector('h2,h3,[role="heading"]') ?? null;
  return { ...{ helpdesk, ticket, url, dialog, names, subject: heading }, known: new Map() };
}
