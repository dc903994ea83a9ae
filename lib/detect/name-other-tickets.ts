/** "Other", "related", "earlier": how such words begin in the languages that helpdesks are sold in. */
const OTHER =
  /(?:^|[\s(])(?:other|relat|rela[cç]ion|linked|previous|past |recent|similar|earlier|older|child |merged|duplicate|andr[ae] |tidligere|tidigare|koble|länka|li[kg]nende|liknande|siste |sen[ae]ste|weitere|frühere|verknüpf|ähnlich|letzte|autres|précéd|antéri|liée?s|récent|similaire|otr[oa]s|outr[oa]s|anterior|recient|eerder|vorige|vergelijk|gekoppeld|altr[ie] |correlat|precedent|collegat|simili|muut |aiem|aikaisem|liittyv|inne |poprzedni|powiązan|podobn|ostatni)|関連|過去|他の|以前/;
/** "Tickets", in the plural: one ticket's heading may say what it is related to. */
const TICKETS =
  /tickets|cases|issues|incidents|requests|work items|conversations|chats|interactions|sak(?:er|ene)|sager|ärenden|henvendelser|samtaler|vorgänge|anfragen|fälle|gespräche|demandes|incidencias|solicitudes|casos|chamados|conversas|verzoeken|gesprekken|richieste|conversazioni|tiketit|tapaukset|keskustelut|zgłoszenia|sprawy|rozmowy|チケット|ケース|問い合わせ/;
/** A longer text is no heading. */
const MAX_HEADING = 40;

/** Whether a heading announces tickets beside the open one: "Related cases (2)", "Tidligere saker". */
export function namesOtherTickets(heading: string): boolean {
  const text = heading.trim();
  return text.length <= MAX_HEADING && TICKETS.test(text.toLowerCase()) && OTHER.test(text.toLowerCase());
}
