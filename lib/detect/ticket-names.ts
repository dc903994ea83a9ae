import { normaliseText } from './normalise-text.ts';

/** PROJ-12, KLM-QWERT-771, INC0010443, 4600. */
const NAME = '\\p{Lu}{2,10}(?:-[\\p{Lu}\\d]{2,10})*-\\d{1,10}|\\p{Lu}{2,10}\\d{4,10}|\\d{2,20}';
/** "Ticket 19044", "#3310", "Sak 7781 –": whatever begins with the name of a ticket. */
const LEAD = new RegExp(
  `^[^\\p{L}\\p{N}#№]{0,4}(?:(?<word>\\p{L}[\\p{L}.]{1,14})(?:[\\s:]{1,2}|(?=[#№])))?(?<sign>[#№]|[Nn][ro]\\.?\\s)?\\s?(?<name>${NAME})(?![\\p{L}\\p{N}]|[./:,-]\\d|\\s?[%€$£])`,
  'u',
);
const IN_HEADING = new RegExp(`(?<![\\p{L}\\p{N}])(?<sign>[#№])?(?<name>${NAME})(?![\\p{L}\\p{N}]|[./:,-]\\d|\\s?[%€$£])`, 'gu');
/** With the word before it, an adjective of it or a remark between: "ärende #60511", "Ticket simili: #398". */
const MENTION = new RegExp(
  `(?:(?<word>\\p{L}[\\p{L}.]{1,14})(?:\\s(?<next>\\p{L}{3,15}))?[\\s:]{0,2})?(?<sign>[#№]|[Nn](?:[ro]\\.?|[°º]\\.?)\\s)?(?<![\\p{L}\\p{N}])(?<name>${NAME})(?![\\p{L}\\p{N}]|[./:,-]\\d|\\s?[%€$£])`,
  'gu',
);
const SENTENCE_END = /(?<=[\p{L}\d)]{2}\s?)[.!]\s+(?=\p{Lu}|$)/u;
const WHOLE = new RegExp(`^(?<sign>[#№])?(?<name>${NAME})$`, 'u');
/** A message, too, may begin with a number of its own: its date follows. */
const DATE = /^[\s,·|–-]{0,3}(?:\p{L}{2,10}\.?,?\s){0,2}\d{1,4}(?:[./:-]\d|\s\p{L}{3})/u;
/** What helpdesks call a ticket, in the languages that they are sold in. */
const TICKET_WORD =
  /^(?:tickets?|case|incident|issue|inc|request|sak(?:en)?|sag(?:en)?|saksnr|ärende(?:t)?|henvendelse|hendelse|tapaus|tiketti|vorgang|fall|anfrage|vorfall|dossier|demande|caso|solicitud|incidencia|chamado|richiesta|segnalazione|melding|verzoek|zgłoszenie|sprawa|tiket|požadavek|případ|talep|kayıt|заявк[аиу]|обращени[ея]|тикет|запрос|звернення|запит|заявці|билет|tichet(?:ul)?|jegy|ügy|δελτίο|αίτημα|פנייה|تذكرة|チケット|案件|工单|工單|티켓)\.?$/iu;
/** What else has a number. */
const THING =
  /^(?:order|ordre|best[ei]ll|beställ|commande|pedido|ordine|tilau|zamów|objedn|sipariş|заказ|замовл|invoice|rechnung|fa[ck]tur|fattura|lasku|счет|рахун|customer|client|kund|klant|asiaka|klient|müşteri|cust|клиент|клієнт|tlf|tel|phone|article|artikel|artikk|artyku|item|prod|sku|serial|serie|parcel|pa[kc]k|colis|tracking|retur|rma|contra|kontra|vertrag|avtal|sopimu|umow|polic|account|konto|compte|cuenta|booking|message|msg|transaction|part|device|asset)/iu;
/** After "case": it is another one. */
const SIMILAR =
  /^(?:semelhante|similar|simil[ei]|similaire|parecid[oa]|relacionad[oa]|relazionat[oa]|lié|liée|precedente|anterior|précédente?)$/iu;
const MAX_LEAD = 120;
/** Shorter ones count something. */
const MIN_BARE = 3;

/** Dates, times and years in a heading. */
const TIMES = /\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?|\d{1,2}:\d{2}(?::\d{2})?|(?<!\d)(?:19|20)\d{2}(?!\d)/g;

function shapeOf(name: string): string {
  return /\p{L}/u.test(name) ? name.replace(/\p{L}+/gu, 'A').replace(/\d+/g, '0') : `${name.length}`;
}

/** How tickets are called on this page: by what the open one is called. */
export interface TicketNames {
  /** Whether a text begins with the name of another ticket than the open one; `isListed`: any number with its sign is one. */
  readonly startsWithOther: (text: string, isListed?: boolean) => boolean;
  /** Whether a text is the name of another ticket, and nothing else. */
  readonly isOther: (text: string) => boolean;
  /** Whether a heading names another ticket, wherever in it. */
  readonly namesOther: (heading: string) => boolean;
  /** Whether the last ticket that a text speaks of is another one. */
  readonly mentionsOther: (lead: string) => boolean;
  /** Whether a text begins with the open ticket's name: "Ticket #777", "SUP-3412 Refund". */
  readonly startsWithOwn: (text: string) => boolean;
  /** Whether a text holds the open ticket's own name. */
  readonly holdsOwn: (text: string) => boolean;
}

interface Known {
  readonly own: ReadonlySet<string>;
  readonly shapes: ReadonlySet<string>;
  readonly isTicketWord: (word: string) => boolean;
}

/** Not every number with a sign is a ticket's: it is called one, or is built as the open one's and called nothing else. */
function isMentioned(
  { word = '', next, sign, name = '' }: Record<string, string | undefined>,
  { own, shapes, isTicketWord }: Known,
): boolean {
  const isLike = SIMILAR.test(next ?? '') && shapes.has(shapeOf(name));
  const isQualified = isTicketWord(word) && (sign !== undefined || isLike);
  if (isTicketWord(next ?? word) || isQualified) return name.length >= MIN_BARE;
  const prefix = /^\p{L}+/u.exec(name)?.[0];
  if (prefix !== undefined) return [...own].some((one) => /^\p{L}+/u.exec(one)?.[0] === prefix);
  return sign !== undefined && shapes.has(shapeOf(name)) && !THING.test(next ?? word);
}

/** What a text begins with, and what follows. */
function readLead(text: string) {
  const line = normaliseText(text.trimStart().slice(0, MAX_LEAD));
  const match = LEAD.exec(line);
  return { groups: match?.groups, rest: line.slice(match?.[0].length ?? 0) };
}

/** `texts`: what names the open ticket: its key in the address, the page's title, its heading. */
export function createTicketNames(texts: readonly string[]): TicketNames {
  const all = texts.map((text) => normaliseText(text.slice(0, 300)));
  const own = new Set(all.flatMap((text) => text.match(new RegExp(NAME, 'gu')) ?? []));
  const shapes = new Set([...own].map(shapeOf));
  const words = new Set(
    all.flatMap((text) =>
      [...text.matchAll(/(\p{L}[\p{L}.]{1,14})[\s:#№]{1,3}\d{2}/gu)].map(([, word = '']) => word.toLowerCase()),
    ),
  );
  const isTicketWord = (word: string) => words.has(word.toLowerCase()) || TICKET_WORD.test(word);
  function isOther({ word, sign, name = '' }: Record<string, string | undefined>, rest: string): boolean {
    // What says no more is a value, not the name of what follows.
    if (own.has(name) || DATE.test(rest) || !/\p{L}/u.test(rest)) return false;
    if (word !== undefined) return isTicketWord(word);
    return sign !== undefined || (name.length >= MIN_BARE && shapes.has(shapeOf(name)));
  }
  return {
    startsWithOther(text, isListed = true) {
      const { groups, rest } = readLead(text);
      // What the page shows of its own ticket may be a number that is in no address and no title.
      return groups !== undefined && isOther(groups, rest) && (isListed || shapes.has(shapeOf(groups.name ?? '')));
    },
    isOther(text) {
      const { sign, name } = WHOLE.exec(normaliseText(text.slice(0, MAX_LEAD)).trim())?.groups ?? {};
      return name !== undefined && isOther({ sign, name }, '-a');
    },
    namesOther(heading) {
      const text = normaliseText(heading.slice(0, MAX_LEAD)).replace(TIMES, ' ');
      const named = [...text.matchAll(IN_HEADING)].map(({ groups }) => groups ?? {});
      return (
        named.length > 0 &&
        !named.some(({ name = '' }) => own.has(name)) &&
        named.some(({ sign, name }) => isOther({ sign, name }, '-a'))
      );
    },
    mentionsOther(lead) {
      // A full stop ends what is said of it; a question goes on.
      const line = normaliseText(lead).split(SENTENCE_END).at(-1) ?? '';
      const named = [...line.replace(TIMES, ' ').matchAll(MENTION)].map(({ groups }) => groups ?? {});
      const last = named
        .filter((groups) => own.has(groups.name ?? '') || isMentioned(groups, { own, shapes, isTicketWord }))
        .at(-1);
      return last !== undefined && !own.has(last.name ?? '');
    },
    startsWithOwn(text) {
      const { word, name = '' } = readLead(text).groups ?? {};
      return own.has(name) && (word === undefined || isTicketWord(word));
    },
    holdsOwn: (text) => [...own].some((name) => text.includes(name)),
  };
}
