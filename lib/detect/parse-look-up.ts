import { isConversationId, type ProviderId } from '../domain/ref.ts';

/** What an agent typed or pasted, understood. `id` may still fail the grammar; then it is shown as refused. */
export interface ParsedLookUp {
  readonly id: string;
  /** Named by a link or a word in the text; absent: the combobox decides. */
  readonly provider?: ProviderId;
}

/** Where an id stands in a text, surest first. Each has the id in its first group. */
const PLACES: readonly { readonly pattern: RegExp; readonly provider?: ProviderId }[] = [
  { pattern: /inbox\.socialboards\.com\/\S*?[?&]ticketId=([0-9]{1,19})(?![0-9])/i, provider: 'socialboards' },
  { pattern: /socialboards\.com\/\S*?chat\/conversations\/([0-9]{1,19})(?![0-9])/i, provider: 'socialboards' },
  { pattern: /maa?x\.ai\/\S*?conversations?\/([0-9]{1,19})(?![0-9])/i, provider: 'maax' },
  { pattern: /\/chat\/conversations\/([0-9]{1,19})(?![0-9])/i, provider: 'socialboards' },
  { pattern: /\/api\/v2\/conversations\/([0-9]{1,19})(?![0-9])/i, provider: 'maax' },
  { pattern: /\/conversations\/([0-9]{1,19})(?![0-9])/i },
  {
    pattern:
      /(?:conversation|chat)[\s_-]?id["'\\]*\s*[:=#]?\s*["'\\]*([0-9]{1,3}(?:[,.'’][0-9]{3})+(?![0-9])|[0-9]{1,19}(?![0-9]))/i,
  },
  { pattern: /ticket[\s_-]?id["'\\]*\s*[:=#]?\s*["'\\]*([0-9]{1,3}(?:[,.'’][0-9]{3})+(?![0-9])|[0-9]{1,19}(?![0-9]))/i },
  {
    pattern:
      /\bconversation\s(?:(?:no\.?|number|nr\.?)\s?)?(?:[:#]\s?)?([0-9]{1,3}(?:[,.'’][0-9]{3})+(?![0-9])|[0-9]{1,19}(?![0-9]))/i,
  },
  {
    pattern:
      /\bchat\s(?:(?:no\.?|number|nr\.?)\s?)?(?:[:#]\s?)?([0-9]{1,3}(?:[,.'’][0-9]{3})+(?![0-9])|[0-9]{1,19}(?![0-9]))(?!\s[0-9])/i,
  },
];

const PROVIDER_WORDS: readonly { readonly word: RegExp; readonly provider: ProviderId }[] = [
  { word: /\bmaax(?![a-z])|\bmax\.ai\b/i, provider: 'maax' },
  { word: /social\s?boards/i, provider: 'socialboards' },
];

/** A number that stands as a word of its own: part of a path, a query or a decimal is none. */
const WORD_NUMBER = /(?<=^|[\s#:(["'])[0-9]{1,40}(?=[.,;:!?)\]"']*(?:\s|$))/g;

/** Who pastes more means a part of it; it is not cut inside a word. */
const MAX_SEARCHED = 10_000;

/** What is searched of a text: each run of blanks as one, so that no pattern goes over them again and again. */
function toSearched(typed: string): string {
  const text = typed.replace(/\s+/g, ' ');
  return text.length <= MAX_SEARCHED ? text : text.slice(0, text.lastIndexOf(' ', MAX_SEARCHED) + 1);
}

/** The one number of a text without a label. Of several, none: a guess would be somebody else's history. */
function findLoneNumber(text: string): string | undefined {
  const numbers = [...new Set(text.match(WORD_NUMBER) ?? [])].filter(isConversationId);
  return numbers.length === 1 ? numbers[0] : undefined;
}

function findProvider(text: string): ProviderId | undefined {
  const named = PROVIDER_WORDS.filter(({ word }) => word.test(text));
  return named.length === 1 ? named[0]?.provider : undefined;
}

/**
 * Reads the id out of a typed number, a pasted link or a text with an id in it. Undefined: nothing was typed. A text without an id
 * comes back whole, so that the refusal can show it.
 */
export function parseLookUp(text: string): ParsedLookUp | undefined {
  const typed = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim();
  if (typed === '') return undefined;
  const searched = toSearched(typed);
  for (const place of PLACES) {
    const id = place.pattern.exec(searched)?.[1]?.replace(/[^0-9]/g, '');
    const provider = place.provider ?? findProvider(searched);
    if (id !== undefined && isConversationId(id)) return { id, ...(provider ? { provider } : {}) };
  }
  const provider = findProvider(searched);
  // A text that is all digits is an id or nothing: no part of a 40-digit number is meant.
  const id = /^#?[0-9]+$/.test(typed) ? typed.replace('#', '') : (findLoneNumber(searched) ?? typed);
  return { id, ...(provider ? { provider } : {}) };
}
