import { PROVIDER_NAMES } from './name-provider.ts';
import { type FoundNumber, readNumber } from './read-number.ts';

/** What may stand between a label and its digits: signs, quotes, brackets, mark-up; a remark in brackets; where the id is from. */
const BETWEEN = new RegExp(
  [
    '\\([^()\\d\\n]{0,30}\\)|（[^（）\\d\\n]{0,30}）|\\[[^[\\]\\d\\n]{1,30}\\]',
    // The number that a change took away.
    '\\d{4,19}\\s?(?:→|⇒|[-=]>)\\s?(?=\\d)',
    '[\\s\\ue001:=#№"\'`“”‘’„«»\\\\*_~|<>→⇒\\-‐‑–—\\[\\](]',
    // Leaders of dots, and the dot of a word cut short.
    '[.·]{3,}|…|(?<=\\s)\\.{1,2}(?=\\s)|\\.(?=\\s?(?:[:=#№]|\\.{3}))|\\)(?=\\s?(?:[:=]|\\.{3}))',
    '%3[ad]|%22|&quot;',
    `(?:in|hos|i|from|från|fra|bei|chez|en|em|@|for|av|of|till?)\\s(?:${PROVIDER_NAMES})`,
    `(?:${PROVIDER_NAMES})(?=[\\s:#)\\ue001])`,
    '(?:n[°º]\\.?|nr\\.?|no\\.)(?=\\s?\\d)',
  ].join('|'),
  'iy',
);
/** "Conversation ID is 254626": only long numbers, since "… is 5 digits long" is a sentence, too. */
const COPULA = /\s(?:is|was|er|är|ist|est|es|è|é|on|jest|to):?\s(?=\d{5})/iy;
const MAX_BETWEEN = 60;
/** Nothing more but signs on this line. */
export const LINE_END = /^[\s"'.,;)}\]\ue001]*(?:[\n\r]|$)/;

function skipBetween(text: string, from: number): number {
  let at = from;
  while (at - from < MAX_BETWEEN) {
    BETWEEN.lastIndex = at;
    const match = BETWEEN.exec(text);
    if (!match) break;
    at += match[0].length;
  }
  COPULA.lastIndex = at - (text[at - 1] === ' ' ? 1 : 0);
  const copula = COPULA.exec(text);
  return copula ? COPULA.lastIndex : at;
}

/** Placeholders for "nothing" and minus signs: what follows them is not the label's. */
function isCutOff(between: string, hasBreak: boolean): boolean {
  if (/[:=]\s*[-‐–—]\s*$|\s[-–]$|\|\s*\|/.test(between)) return true;
  return hasBreak && /[-–—]\s*[\n\r]|[\n\r][^\n\r]*[\n\r]/.test(between);
}

function isOnOwnLine(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_BETWEEN), start);
  const after = text.slice(end, end + MAX_BETWEEN);
  return /[\n\r][\s>"'*#\ue001]*$/.test(before) && /^[ .,;"'*)\ue001]*(?:[\n\r]|$)/.test(after);
}

/** A bracket opened before a short number closes right after it, or "(5 digits)" would be an id. */
function closesBracket(between: string, text: string, found: FoundNumber): boolean {
  const isOpen = between.lastIndexOf('(') > between.lastIndexOf(')');
  return !isOpen || text[found.end] === ')' || found.id.length > 4;
}

/** "Conversation ID 2: 254626" counts its labels. */
function skipIndex(text: string, at: number): number {
  const index = /\d{1,2}:\s?(?=\d{3})/y;
  index.lastIndex = at;
  return index.test(text) ? index.lastIndex : at;
}

/** "254 626", where nothing else is on its line. */
function readToLineEnd(text: string, at: number): FoundNumber | undefined {
  const found = readNumber(text, at, true);
  return found && LINE_END.test(text.slice(found.end, found.end + MAX_BETWEEN)) ? found : undefined;
}

/**
 * The number that belongs to a label ending at `from`: tied to it by separators only, on the same line or alone on the next.
 * `isBreak` tells whether a line break of the source is one on screen.
 */
export function readFollowing(text: string, from: number, isBreak: () => boolean): FoundNumber | undefined {
  const at = skipIndex(text, skipBetween(text, from));
  const found = readNumber(text, at, false) ?? readToLineEnd(text, at);
  if (!found) return undefined;
  const between = text.slice(from, found.start);
  const hasBreak = between.includes('\n') || (between.includes('\r') && isBreak());
  if (isCutOff(between, hasBreak) || !closesBracket(between, text, found)) return undefined;
  return hasBreak && !isOnOwnLine(text, found.start, found.end) ? undefined : found;
}
