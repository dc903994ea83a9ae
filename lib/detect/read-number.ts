import type { Refusal } from '../domain/candidate.ts';
import { isConversationId } from '../domain/ref.ts';
import { PROVIDER_NAMES } from './name-provider.ts';
import { SEAM } from './normalise-text.ts';

/** A number as it stands in a text. */
export interface FoundNumber {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly refusal?: Refusal;
}

/** Longer runs are shown cut: the message carries at most 64 characters. */
const MAX_SHOWN = 40;
const DIGITS = /\d+/y;
/** 254,626 · 254.626 · 254'626 · 254 626 with a hard space: as number formatters print it. */
const GROUPED = /\d{1,3}([,.'’\u00a0])\d{3}(?:\1\d{3})*(?![\d])/y;
/** The same with a plain space or in Indian groups: only where the number is all there is. */
const GROUPED_ALONE = /\d{1,3}( )\d{3}(?:\1\d{3})*(?![\d])|\d{1,2}(?:,\d{2})*,\d{3}(?!\d)/y;
/** What may not follow: the number goes on as a date, a time, a decimal, a code, a phone number or a percentage. */
const GOES_ON = /[\p{L}\p{N}%°€$£\ufffc]|\u20e3|[-‐‑–/:@+_×^~=][\p{L}\p{N}]|[.,'’]\p{N}|\s?\/\s?\d|[\u00a0 ]\d{1,4}(?![\d./:-])/uy;
const CUT = /\s?(?:…|\.\.\.|\[…\]|\[\.\.\.\])/y;
const MORE_DIGITS = new RegExp(`${SEAM}+\\d`, 'y');
/** "5 digits", "12 messages": a short number that counts something; not so "88 in MAAX". */
const COUNTS = new RegExp(`[ \\u00a0\\ue001]*(?!(?:\\p{L}{1,4}\\s)?(?:${PROVIDER_NAMES}))\\p{L}`, 'iuy');
const SHORT = 4;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function judge(digits: string): Refusal | undefined {
  return isConversationId(digits) ? undefined : 'bad-id';
}

/**
 * Reads the number that begins at `at`. Undefined: no number, or one that is part of something longer.
 * `alone`: nothing but the number is expected, so that groups of three may be set apart by plain spaces.
 */
export function readNumber(text: string, at: number, alone: boolean): FoundNumber | undefined {
  const grouped = matchAt(GROUPED, text, at) ?? (alone ? matchAt(GROUPED_ALONE, text, at) : null);
  const plain = matchAt(DIGITS, text, at);
  const run = grouped ?? plain;
  if (!run) return undefined;
  const end = at + run[0].length;
  const id = run[0].replace(/\D/g, '').slice(0, MAX_SHOWN);
  if (matchAt(CUT, text, end) || matchAt(MORE_DIGITS, text, end)) return { id, start: at, end, refusal: 'ambiguous' };
  if (matchAt(GOES_ON, text, end) && !isFollowedByNewWord(text, end, id)) return undefined;
  if (id.length < SHORT && matchAt(COUNTS, text, end)) return undefined;
  const refusal = judge(id);
  return refusal ? { id, start: at, end, refusal } : { id, start: at, end };
}

/** "254626 2 messages": after a space, and too long to be the first group of a number, the next digits are another matter. */
function isFollowedByNewWord(text: string, end: number, id: string): boolean {
  return id.length > SHORT && /^[ \u00a0]\d/.test(text.slice(end, end + 2));
}
