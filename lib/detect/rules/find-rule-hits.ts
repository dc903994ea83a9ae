import { PLACEHOLDER, type TaughtRule } from '../../domain/taught-rule.ts';
import { type FoundNumber, readNumber } from '../read-number.ts';

const BLANK = /[\s\ue001\ue002]+/g;
const SEPARATOR = /[\s\ue001\ue002]/;
const LETTER = /[\p{L}\p{N}]/u;
/** Longer than any rule's text, with blanks between. */
const AROUND = 200;
const MAX_HITS = 50;

/** A text without its blanks. */
export function squeeze(text: string): string {
  return text.replace(BLANK, '');
}

/** Whether what stands right before `at` ends with `words`, and with whole words only. */
function endsWith(text: string, at: number, words: string): boolean {
  const before = squeeze(text.slice(Math.max(0, at - AROUND), at));
  const edge = before.length - words.length - 1;
  return before.endsWith(words) && !(LETTER.test(words[0] ?? '') && isGlued(text, at, words, before[edge]));
}

/** Blanks are passed over: a letter before the words counts only where no blank stands between. */
function isGlued(text: string, at: number, words: string, letter: string | undefined): boolean {
  if (!letter || !LETTER.test(letter)) return false;
  let left = words.length;
  let start = at;
  while (left > 0) {
    start -= 1;
    if (!SEPARATOR.test(text[start] ?? '')) left -= 1;
  }
  return LETTER.test(text[start - 1] ?? '');
}

/** The numbers of `text` that stand where a template has its `{id}`. Linear: each number is compared with a few letters around it. */
export function findTemplateHits(text: string, template: string): readonly FoundNumber[] {
  const [before = '', after = ''] = template.split(PLACEHOLDER).map(squeeze);
  if (before + after === '') return [];
  const hits: FoundNumber[] = [];
  const digits = /\d+/g;
  for (let match = digits.exec(text); match && hits.length < MAX_HITS; match = digits.exec(text)) {
    if (before && !endsWith(text, match.index, before)) continue;
    const found = readNumber(text, match.index, false);
    if (!found || LETTER.test(text[match.index - 1] ?? '')) continue;
    if (after && !squeeze(text.slice(found.end, found.end + AROUND)).startsWith(after)) continue;
    hits.push(found);
    digits.lastIndex = found.end;
  }
  return hits;
}

/** Where a label stands in `text`: whole words, at the beginning of a line or after a sign. */
export function findLabelPlaces(text: string, label: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(label); at >= 0 && places.length < MAX_HITS; at = text.indexOf(label, at + label.length)) {
    const isWhole = !LETTER.test(text[at + label.length] ?? '') || !LETTER.test(label.at(-1) ?? '');
    if (isWhole && /(?:^|[\n\r\ue001]|[^\p{L}\p{N}\s])\s*$/u.test(text.slice(Math.max(0, at - 3), at))) places.push(at);
  }
  return places;
}

/** The value that an address has where a rule looks; several: none of them. */
export function findUrlHit(url: URL, rule: Extract<TaughtRule, { kind: 'url' }>): string | undefined {
  const [path = '', query = ''] = url.hash.slice(1).split('?', 2);
  const values =
    rule.place === 'query'
      ? [url.search, query].flatMap((part) => new URLSearchParams(part).getAll(rule.text))
      : [url.pathname, path].flatMap((part) => {
          const segments = part.split('/');
          return segments.filter((_, index) => index > 0 && segments[index - 1] === rule.text);
        });
  const distinct = new Set(values.filter((value) => /^\d+$/.test(value)));
  return distinct.size === 1 ? [...distinct][0] : undefined;
}
