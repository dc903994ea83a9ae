/** Invisible characters that a page may put inside a word: soft hyphen, joiners, direction marks and isolates, variation selectors. */
const INVISIBLE = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/g;
/** Overrides turn the visible order around: what stands there cannot be read from the characters. */
const OVERRIDES = /[\u202d\u202e]/g;
const WIDE = /[\uff01-\uff5e]/g;
const HARD_SPACES = /[\u2007\u2009\u202f]/g;
/** First digit of the decimal scripts that people write numbers in, beside the wide forms. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
const FOREIGN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;
const PRINTABLE = /^[\x20-\x7e]*$/;
const SPACES = /[ \t\r\n\f\u3000]+/g;

/** A line break of the source; whether it is one on screen depends on the page's style. */
export const SOFT_BREAK = '\r';
/** Between two inline elements that may or may not stand apart on screen. */
export const SEAM = '\ue001';
/** An inline element with nothing in it: a slot that was left empty. */
export const HOLLOW = '\ue002';

function toAsciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((start) => code >= start && code < start + 10) ?? code;
  return String(code - zero);
}

function foldSpaces(run: string): string {
  const first = run.search(/[\r\n]/);
  if (first < 0) return ' ';
  const isBlankLine = /\n[^\n]*\n/.test(run);
  return isBlankLine ? SOFT_BREAK + SOFT_BREAK : SOFT_BREAK;
}

/**
 * Text as a reader sees it: no invisible characters, digits and wide letters as ASCII, each run of white space one space or break.
 * Digits that only look reordered are cut apart, so that they never make a number.
 */
export function normaliseText(text: string): string {
  if (PRINTABLE.test(text)) return text.includes('  ') ? text.replace(SPACES, ' ') : text;
  return (
    text
      .replace(INVISIBLE, '')
      .replace(OVERRIDES, '\ufffc')
      .replace(/[\ue001\ue002]/g, ' ')
      .normalize('NFC')
      // Its lower case is two characters: places in a text would shift.
      .replace(/İ/g, 'I')
      .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(FOREIGN_DIGITS, toAsciiDigit)
      .replace(HARD_SPACES, '\u00a0')
      .replace(SPACES, foldSpaces)
  );
}

/** Without white space and seams at its end. A loop: a pattern would begin anew at each of many blanks in the middle. */
export function trimSeams(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s\ue001]/.test(text[end - 1] as string)) end -= 1;
  return text.slice(0, end);
}

/** For display in "Why this id?": one line, at most `length` characters, no half surrogate pair at the end. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/[\ue001\ue002\s]+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
