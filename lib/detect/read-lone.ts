import { PROVIDER_NAMES } from './name-provider.ts';
import { normaliseText, trimSeams } from './normalise-text.ts';
import { type Block, elementOf, nodeAt } from './page.ts';
import { type FoundNumber, readNumber } from './read-number.ts';

/** "#254626", "ID 254626", "MAAX AI 254626", "No. 254626". */
const LEAD = new RegExp(
  `^[\\s\\ue001"'“«#№:(]*(?:(?:${PROVIDER_NAMES}|id|nr\\.?|no\\.?|n[°º]\\.?)[\\s:#-]{1,3})?[\\s\\ue001"'#(]*`,
  'i',
);
/** After the number nothing may come that makes it part of a sentence: brackets, quotes and separators are fine. */
const TAIL = /^[\s"'”»).,;:]*(?:$|[\ue001\n(|·•–—-])/;
const CUT = /(?:…|\.\.\.|\[(?:…|\.\.\.)\])$/;

/** A text cut short by dots, whose whole stands in the tooltip. */
function uncut(block: Block): string {
  const text = trimSeams(block.text);
  const shown = text.replace(CUT, '');
  if (shown === text) return text;
  const title = normaliseText(elementOf(nodeAt(block, 0))?.closest('[title]')?.getAttribute('title') ?? '').trim();
  return title.startsWith(shown.trim()) ? title : text;
}

/** The number that is all a block has to say. */
export function readLone(block: Block): FoundNumber | undefined {
  const text = uncut(block);
  const found = readNumber(text, LEAD.exec(text)?.[0].length ?? 0, true);
  return found && TAIL.test(text.slice(found.end)) ? found : undefined;
}

const LIST = /^[\s\ue001]*\d{4,19}(?:[\s\ue001]{0,2}[,;/|&][\s\ue001]{0,2}\d{4,19}){1,4}[\s\ue001]*$/;
/** Each in an element of its own. */
const CHIPS = /^[\s\ue001]*\d{4,19}(?:\ue001\s?\ue001?\d{4,19}){1,4}[\s\ue001]*$/;

/** The number, or the few numbers, that are all a block has to say: "2557001, 2557388". `isPlural`: several are named. */
export function readLoneList(block: Block, isPlural = false): readonly FoundNumber[] {
  const found = isPlural && CHIPS.test(block.text) ? undefined : readLone(block);
  if (found || !(LIST.test(block.text) || (isPlural && CHIPS.test(block.text)))) return found ? [found] : [];
  return [...block.text.matchAll(/\d+/g)].map(({ 0: id, index }) => ({ id, start: index, end: index + id.length }));
}
