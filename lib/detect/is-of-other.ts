import { beginsLinked } from './name-other-tickets.ts';
import type { PlacedText } from './open-place.ts';
import type { TicketNames } from './ticket-names.ts';

/** "… of another customer", "… from a different ticket". */
const OF_ANOTHER =
  /^[^.\n\r]{0,12}\b(?:of|from|av|fra|från|af|von|de|d['’]|di|van)\s?(?:another|a different|en annen|en annan|en anden|eine[rms]? ander|un autre|une autre|otr[oa]|un altr|een andere?)/i;

/** "Call another customer (conversation ID …)", "that was a different customer, see …". */
const OTHER_CUSTOMER =
  /(?:\b(?:another|different|some other) (?:customer|client|guest|ticket)(?!['’]s)|(?:annen|anden|annan) (?:kunde|kund)(?!s)|(?:ein|eine[mnsr]) ander(?:er|en|em) (?:kunden?|ticket|fall)(?!\p{L})|autre (?:client|ticket|dossier)|otr[oa] (?:cliente|ticket|caso)|outr[oa] (?:cliente|ticket|caso|chamado)|altr[oa] (?:cliente|ticket|caso)|andere klant|inn(?:y|ego|ym) klient|jin(?:ý|ého|ém) zákazní|tois(?:en|ella) asiakka|başka (?:bir )?müşteri|друг(?:ой|ого|ому) клиент|інш(?:ий|ого) клієнт|別のお?客|其他客户|另一(?:位|个)客户|다른 고객)[^\d\n\r.!?]{0,60}$/iu;

/** Whether the words around a label tie it to another ticket: "Ticket 4412: conversation ID", "Merged into #20101? Its conversation ID". */
export function isOfOther({ lead = '', rest = '', label }: PlacedText, names: TicketNames): boolean {
  return (
    names.startsWithOther(lead + label) ||
    beginsLinked(lead) ||
    names.mentionsOther(lead) ||
    OTHER_CUSTOMER.test(lead) ||
    OF_ANOTHER.test(rest)
  );
}
