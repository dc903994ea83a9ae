import { AIDS, CLOSED, CLOSED_END, LINKED, LISTED, OTHER, READY, REPLIES, TEMPLATES, TICKETS, WHOLE } from './heading-words.ts';

/** A longer text is no heading. */
const MAX_HEADING = 48;
const MAX_AID = 60;

/** "Chats linked to this ticket", "chats before the hand-over": its own. */
const OF_THIS =
  /(?:this|denne|dette|detta|diese[mrs]|ce|cet|cette|este|esta|questo|questa|dit|deze|den här|det här) (?:ticket|case|request|issue|incident|conversation|sak|sag|ärende|vorgang|fall|demande|dossier|caso|solicitud|chamado|richiesta|melding|verzoek|gesprek)|hand-?over|übergabe|överlämn|overlever|transfert|traspaso/;

/** What somebody wrote: a mail's subject, a question. */
const WRITTEN = /[?!]|^(?:re|aw|sv|vs|fwd?|wg|antw|rv|tr|odp|ynt)\s?:/;

/** The words of a heading; none where somebody wrote it. The lower case of the Turkish capital would be two characters. */
function wordsOf(text: string): string {
  const words = text.trim().replace(/İ/g, 'I').toLowerCase();
  return WRITTEN.test(words) ? '' : words;
}

/** Whether a text is short enough for a heading, and speaks of tickets in the plural. */
export function namesTickets(text: string): boolean {
  return text.trim().length <= MAX_HEADING && TICKETS.test(wordsOf(text));
}

/** Whether a heading announces tickets beside the open one: "Related cases (2)", "Tidligere saker". */
export function namesOtherTickets(heading: string): boolean {
  const text = wordsOf(heading);
  return (
    text.length <= MAX_HEADING &&
    !OF_THIS.test(text) &&
    (WHOLE.test(text) || LINKED.test(text) || (OTHER.test(text) && (TICKETS.test(text) || CLOSED_END.test(text))))
  );
}

/** Whether what folds a box up says that it holds a conversation which was closed on a day: "Closed · 4 Feb 2025 · Gift wrap". */
export function namesClosed(summary: string): boolean {
  return CLOSED.test(wordsOf(summary));
}

/** Whether a title announces a list of tickets, the open one perhaps among them: "My tickets", "Åpne saker". */
export function namesTicketList(title: string): boolean {
  return namesTickets(title) && LISTED.test(wordsOf(title));
}

/** Whether a line that is not marked up as a heading announces other tickets: it begins with that, and says no more. */
export function isOtherTicketsLine(line: string): boolean {
  return namesTickets(line) && wordsOf(line).search(OTHER) === 0 && !/\d{3}|(?:\S+\s+){4}/.test(wordsOf(line));
}

/** Whether a line begins with what links another ticket to this one: "Linked: I 2610 512 – …". */
export function beginsLinked(line: string): boolean {
  return LINKED.test(wordsOf(line)) && /\d/.test(line);
}

/** Whether a heading announces help for the agent: ready-made answers, articles, notices. In bars, many words stand together. */
export function namesAids(heading: string, isBar = false): boolean {
  const text = wordsOf(heading);
  if (text.length > MAX_AID) return false;
  if (isBar) return AIDS.test(text);
  return AIDS.test(text) || TEMPLATES.test(text) || (text.length <= MAX_HEADING && READY.test(text) && REPLIES.test(text));
}
