/** "Other", "related", "earlier": how such words begin in the languages that helpdesks are sold in. */
const OTHER =
  /(?:^|[\s(])(?:other|relat|rela[cç]ion|linked|previous|past |recent|similar|earlier|older|open |closed|solved|suggested|child |merged|duplicate|andr[ae] |tidligere|tidigare|koble|länka|li[kg]nende|liknande|siste |sen[ae]ste|weitere|frühere|verknüpf|ähnlich|letzte|autres|précéd|antéri|liée?s|récent|similaire|otr[oa]s|outr[oa]s|anterior|recient|eerder|vorige|vergelijk|gekoppeld|altr[ie] |correlat|precedent|collegat|simili|muut |aiem|aikaisem|liittyv|inne |poprzedni|powiązan|podobn|ostatni|další|jiné|předchozí|souvise|diğer|önceki|ilgili|benzer|друг|предыдущ|связан|похож|недавн|(?:this |same |the )(?:customer|requester|contact|user|client)|(?:customer|requester|contact)['’]s|kunden|asiakkaan|(?:du|ce|del|do) client|deze klant)|関連|過去|他の|以前|其他|相关|历史|다른|관련|이전/;
/** "Tickets", in the plural: one ticket's heading may say what it is related to. */
const TICKETS =
  /tickets|obje[ck]t|cases|issues|incidents|requests|work items|conversations|chats|interactions|inquiries|sak(?:er|ene)|sager|ärenden|henvendelser|foresp[øö]rs|förfrågningar|samtaler|vorgänge|anfragen|fälle|gespräche|demandes|dossiers|incidencias|solicitudes|consultas|casos|chamados|pedidos|atendimentos|conversas|verzoeken|meldingen|aanvragen|gesprekken|richieste|segnalazioni|conversazioni|tiketit|tukipyyn|pyynnö|tapaukset|keskustelut|zgłoszenia|sprawy|rozmowy|tikety|požadavky|talepler|kayıtlar|görüşmeler|обращения|заявки|тикеты|запросы|диалоги|чаты|チケット|ケース|問い合わせ|工单|会话|对话|티켓|문의|대화/;
/** Without a word of both kinds. */
const WHOLE = /^(?:interaction|customer) history|^parent (?:ticket|case|issue)|^(?:ticket|case|issue|quick) preview/;
/** A longer text is no heading. */
const MAX_HEADING = 40;

function clean(text: string): string {
  return text.trim().toLowerCase();
}

/** Whether a text is short enough for a heading, and speaks of tickets in the plural. */
export function namesTickets(text: string): boolean {
  return text.trim().length <= MAX_HEADING && TICKETS.test(clean(text));
}

/** Whether a heading announces tickets beside the open one: "Related cases (2)", "Tidligere saker". */
export function namesOtherTickets(heading: string): boolean {
  return (namesTickets(heading) && OTHER.test(clean(heading))) || (heading.length <= MAX_HEADING && WHOLE.test(clean(heading)));
}

/** The same of a line that is not marked up as a heading: it begins with that, and says no more. */
export function isOtherTicketsLine(line: string): boolean {
  return namesTickets(line) && clean(line).search(OTHER) === 0 && !/\d{3}|(?:\S+\s+){4}/.test(clean(line));
}
