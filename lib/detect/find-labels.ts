import type { ProviderId } from '../domain/ref.ts';
import { FOREIGN, ID_WORDS, LINK_WORDS, NOUNS, OF_FOREIGN } from './label-words.ts';
import { nameProvider, PROVIDER_NAMES } from './name-provider.ts';

/**
 * `strong`: says both conversation and id. `hash`: "Conversation #", which helpdesks also write for their own.
 * `weak`: names a conversation or a chat system only. `foreign`: the id of some other chat system.
 */
export type LabelStrength = 'strong' | 'hash' | 'weak' | 'foreign';

/** A place in a text that announces a conversation id. */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly strength: LabelStrength;
  /** Named by the label itself or the words right before it. */
  readonly provider?: ProviderId;
  /** "Conversation IDs": several may follow. "Chats": a count. */
  readonly isPlural: boolean;
}

const ID_WORD = `(?:${ID_WORDS.join('|')})(?:[\\s_-]?(?:number|nummer|n[or]\\.?|id))?`;
const JOIN = '[\\s\\ue001_.,‑–/-]{0,3}(?:の\\s?)?';
const WITH = '\\s(?:with|med|mit|avec|con|com|met)\\s(?:the\\s)?|(?:er|ene|nen|es|ar|arna|i|y)?\\s?[(\\[]\\s?';
/** "conversation": { "id": …, and the same in YAML. */
const NEST =
  '["\'\\\\]{0,3}\\s?:[\\s{["\'\\\\]{1,12}(?:[a-z_]{1,20}["\'\\\\]{1,3}\\s?:\\s?["\'\\\\]{0,3}[\\w .-]{0,30}["\'\\\\]{0,3}\\s?,\\s?["\'\\\\]{1,3}){0,3}';
const LINK = `[\\s\\ue001_-]{1,2}(?:(?:${LINK_WORDS})[\\s\\ue001_-]{1,2}){0,2}(?:d?e?ll?['’]|d['’])?`;
/** Latin letters only: a class of all letters takes a browser 50 ms to compile. */
const LETTER = 'a-zß-öø-ž';
/** These patterns run over lower-case text, without flags: one that ignores case is as slow to compile. */
const ANCHOR = new RegExp(`(?<name>${PROVIDER_NAMES})|${NOUNS.join('|')}`, 'g');
const AFTER = new RegExp(
  `(?:['’]?s)?(?:(?<!chatt?)[\\s_-](?:chat[\\s_-]?)?bot)?(?:${JOIN}|${WITH}|${NEST})(${ID_WORD})(?:[’':-](?:s[ıiuü]|e?n|e?[rt]|ja))?(?:\\(s\\))?(?![${LETTER}])`,
  'y',
);
const BEFORE = new RegExp(
  `(?:(?:^|[^${LETTER}])${ID_WORD}[sni]?(?:${LINK}|\\s?\\()|(?:รหัส|หมายเลข|معرّ?ف|رقم|מזהה|מספר|شناسه|شماره)\\s?)$`,
);
/** "… (chatbot)", "… do chatbot", "… с ботом", "… na czacie": whose conversation it is. */
const FROM =
  '(?:d[ueoa]l?|de la|med|fra|från|from|with|of|con|com|avec|vo[nm]|mit|met|van|cu|din|с|з|z|ze|s|sa|se|na|in|i|im|via)\\s(?:(?:our|your|the|unsere[mnr]?|vår|vores|notre|el|la|le|o|dem|der|den|de|het|il|un|une|en|a)\\s)?';
const BOT = `(?:${FROM})?(?:web|live|ai|ki|ia)?[\\s_-]?(?:(?:chat|чат|czat)?[\\s_-]?(?:bot|robot|бот|ассистент|챗봇|ボット|机器人|(?:ال)?روبوت|ربات|ה?בוט|assist[ae]nte?)[${LETTER}а-я]{0,3}|chat(?:t?en|u)?|czacie|czat|чат)`;
const OF_BOT = new RegExp(`\\s?(?:[([]\\s?${BOT}\\s?[)\\]]|,?\\s?${BOT})(?![${LETTER}а-я])`, 'y');
/** "… MAAX", "… in SocialBoards", and no more on the line but a value. */
const OF_PROVIDER = new RegExp(
  `\\s(?:(?:in|i|hos|bei|på|from|von|fra|från|de|di|dans|en)\\s)?(?:${PROVIDER_NAMES})(?=\\s*(?:$|[\\n\\r:=#(\\d\\ue001.)]))`,
  'y',
);
const REMARK = /\s?\([^()\d\n\r]{1,24}\)/y;
/** "Samtaler (ID-er)", "Konversationer (ID)". */
const MANY = /(?:er|ene|nen|es|ar|arna|i|y)\s?[([]\s?ids?/;
/** "Identifiants de conversation", "Nummern der Gespräche". */
const MANY_BEFORE =
  /^[^a-z]?(?:ids|identifi[a-zé]+s|n[uú]m[eé]ros|numeri|codici|c[oó]digos|références|kennungen|nummern|numbers)[\s_]/;
/** "ID contatto MAAX": what the chat system calls somebody or something else. */
const OF_OTHER_THING =
  /(?:conta[ck]t\p{L}{0,2}|contatto|kontakt|prospect|customer|kunden?|client[ei]?|kund|asiaka\p{L}{0,3}|klant|klient\p{L}?|müşteri|user|bruker|användare?|utente|usuario|account|konto|lead|agent|webhook|channel|kanal|visitor)[\s_-]{1,2}$/u;
/** Right before a word in brackets, and no more in them than its number. */
const NAMED = new RegExp(`(?:${PROVIDER_NAMES})\\s?[([]$`);
const CLOSES = /^[\s:#]{0,3}\d{1,19}[)\]]/;
const CASE = /(?:[\s_-]?(?:conversation|chat|ticket|case|thread|sak|ärende|sag)){1,2}/y;
const WORD_END = new RegExp(`(?![${LETTER}])`, 'y');
/** A bare word is worth a look only with a number close by, or at the end of its line. */
const NEAR_NUMBER = new RegExp(
  `(?![${LETTER}0-9])[^${LETTER}\\n\\r]{0,5}(?:(?:in |i )?(?:${PROVIDER_NAMES}))?[^${LETTER}\\n\\r]{0,40}(?:\\d|[\\n\\r]|$)`,
  'y',
);
/** MAAX's own number of the bot, in its API called ai_id. */
const BOT_ID = /^maax[\s_-]?ai[\s_-]?id/;
const MAX_LABELS = 200;
const CONTEXT = 40;

/** Where `pattern` ends if it stands at `at`; -1: it does not. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

type Place = Pick<Label, 'start' | 'end' | 'strength'>;

/** "MAAX ID", "SocialBoards ticket 12": the name of the chat system does for the noun. */
function readName(text: string, start: number, nameEnd: number): Place | undefined {
  const caseEnd = endOf(CASE, text, nameEnd);
  const idEnd = endOf(AFTER, text, Math.max(nameEnd, caseEnd));
  if (idEnd >= 0) return { start, end: idEnd, strength: BOT_ID.test(text.slice(start, idEnd)) ? 'foreign' : 'strong' };
  if (caseEnd >= 0 && endOf(WORD_END, text, caseEnd) >= 0) return { start, end: caseEnd, strength: 'strong' };
  return endOf(NEAR_NUMBER, text, nameEnd) < 0 ? undefined : { start, end: nameEnd, strength: 'weak' };
}

/** Past the words for whose conversation it is. */
function skipOwner(text: string, at: number): number {
  const end = Math.max(at, endOf(OF_BOT, text, at));
  return Math.max(end, endOf(OF_PROVIDER, text, end));
}

function readNoun(text: string, start: number, nounEnd: number): Place | undefined {
  // A genitive's ending may be the next word's beginning: "samtalenummer".
  const end = Math.max(...[0, 1, 2].map((less) => endOf(AFTER, text, nounEnd - less)));
  if (end >= 0) return { start, end: skipOwner(text, end), strength: text[end - 1] === '#' ? 'hash' : 'strong' };
  // "ID del chat de LiveChat"
  if (OF_FOREIGN.test(text.slice(nounEnd, nounEnd + CONTEXT))) return { start, end: nounEnd, strength: 'foreign' };
  const ownerEnd = skipOwner(text, nounEnd);
  const wordEnd = Math.max(ownerEnd, endOf(REMARK, text, ownerEnd));
  if (endOf(NEAR_NUMBER, text, wordEnd) < 0) return undefined;
  const before = BEFORE.exec(text.slice(Math.max(0, start - CONTEXT), start));
  // "Number of chats" counts them; "Nummer des Chats" does not.
  const isCount = text.slice(start, nounEnd) === 'chats' && !before?.[0].endsWith('des ');
  return { start: start - (before?.[0].length ?? 0), end: wordEnd, strength: before && !isCount ? 'strong' : 'weak' };
}

/** Whether a text ends with the name of some other chat system. */
export function endsForeign(text: string): boolean {
  return FOREIGN.test(text.toLowerCase());
}

/** What stands before a label in the same sentence. */
function lastWords(text: string, end: number): string {
  return /[^.!?\n\r|;,{}()[\]"<>]*$/.exec(text.slice(Math.max(0, end - CONTEXT), end))?.[0] ?? '';
}

function toLabel(text: string, place: Place): Label {
  const { start, end, strength } = place;
  const before = lastWords(text, start);
  const words = text.slice(start, end);
  const provider = nameProvider(before + words);
  const isOfOther = strength === 'weak' && provider !== undefined && OF_OTHER_THING.test(before);
  const isForeign = isOfOther || endsForeign(before) || OF_FOREIGN.test(text.slice(end, end + CONTEXT));
  // "Chat conversation #" is no helpdesk's own; "MAAX (conversation 901)" says whose it is.
  const isSure =
    strength === 'hash'
      ? provider || /(?:chat|bot)[\s-]*$/.test(before)
      : strength === 'weak' &&
        NAMED.test(text.slice(Math.max(0, start - CONTEXT), start)) &&
        CLOSES.test(text.slice(end, end + CONTEXT));
  const judged = isForeign ? 'foreign' : isSure ? 'strong' : strength;
  const isPlural =
    /ids$|\(s\)$/.test(words) || MANY.test(words) || MANY_BEFORE.test(words) || (judged === 'weak' && /s$(?<!boards)/.test(words));
  return { start, end, strength: judged, isPlural, ...(provider ? { provider } : {}) };
}

/** Whether a text can hold a label at all: cheap, and false for nearly every block of a page. */
export function mayHoldLabel(text: string): boolean {
  return endOf(ANCHOR, text.toLowerCase(), 0) >= 0;
}

/** Whether a text can hold a label or an address of a chat system, which holds the system's name, but for one. As cheap. */
export function mayHoldId(text: string): boolean {
  const lower = text.toLowerCase();
  return endOf(ANCHOR, lower, 0) >= 0 || lower.includes('max.ai');
}

/** All labels of `text`, in order. */
export function findLabels(text: string): readonly Label[] {
  const lower = text.toLowerCase();
  const labels: Label[] = [];
  for (let at = 0; labels.length < MAX_LABELS; ) {
    ANCHOR.lastIndex = at;
    const match = ANCHOR.exec(lower);
    if (!match) break;
    const end = match.index + match[0].length;
    const place = match.groups?.name ? readName(lower, match.index, end) : readNoun(lower, match.index, end);
    if (place) labels.push(toLabel(lower, place));
    // Words are glued together ("chatsamtale"): what was no label may begin inside the one that failed.
    at = place ? place.end : match.index + 2;
  }
  return labels;
}
