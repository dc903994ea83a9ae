import type { Refusal } from '../domain/candidate.ts';
import type { Finding } from './finding.ts';
import type { Helpdesk } from './helpdesk.ts';
import type { TicketNames } from './ticket-names.ts';

/** Items of lists and tables, messages among them. */
export const ITEM = 'li,tr,[role="row"],[role="option"],[role="listitem"],[role="article"],article';

/** What a box is that belongs to no ticket, or to another one. */
export type Foreign = Extract<Refusal, 'other-ticket' | 'example'>;

/** What a scan knows of boxes already: many numbers of a page stand in the same ones. */
export type KnownBoxes = Map<Element, Foreign | undefined>;

/** Where a number stands in its line. */
export type PlacedText = Pick<Finding, 'id' | 'kind' | 'label' | 'lead' | 'rest'>;

/** The open ticket, as its page names it. */
export interface OpenPlace {
  readonly helpdesk: Helpdesk;
  readonly ticket: string;
  readonly url: URL;
  readonly names: TicketNames;
  /** The ticket's own heading. */
  readonly subject: Element | null;
  /** The ticket is open in this dialog, over other tickets. */
  readonly dialog: Element | undefined;
  readonly known: KnownBoxes;
}
