import type { Finding } from './finding.ts';
import { beginsLinked } from './name-other-tickets.ts';
import type { TicketNames } from './ticket-names.ts';

type PlacedText = Pick<Finding, 'label' | 'lead' | 'rest'>;

/** "… of another customer", "… from a different ticket". */
const OF_ANOTHER =
  /^[^.\n\r]{0,12}\b(?:of|from|av|fra|från|af|von|de|d['’]|di|van)\s?(?:another|a different|en annen|en annan|en anden|eine[rms]? ander|un autre|une autre|otr[oa]|un altr|een andere?)/i;

/** Whether the words around a label tie it to another ticket: "Ticket 4412: conversation ID", "Merged into #20101? Its conversation ID". */
export function isOfOther({ lead = '', rest = '', label }: PlacedText, names: TicketNames): boolean {
  return names.startsWithOther(lead + label) || beginsLinked(lead) || names.mentionsOther(lead) || OF_ANOTHER.test(rest);
}
