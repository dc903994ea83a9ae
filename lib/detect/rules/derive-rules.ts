import { isConversationId } from '../../domain/ref.ts';
import { isRuleText, type Pick, PLACEHOLDER, type TaughtRule } from '../../domain/taught-rule.ts';
import { normaliseText } from '../normalise-text.ts';
import { findUrlHit } from './find-rule-hits.ts';
import { trimLabel } from './trim-label.ts';

const MAX_LABELS = 6;
const MAX_WORDS = 4;
/** Text before a number that is longer is a sentence, no label. */
const LONGEST_LABEL = 50;

/** Where a rule looks, whatever its site. */
type Place =
  | { readonly kind: 'label' | 'pattern'; readonly text: string }
  | { readonly kind: 'url'; readonly place: 'query' | 'path'; readonly text: string };

/** The id that was clicked; undefined: what stands there cannot be one. */
export function readPicked(pick: Pick): string | undefined {
  const digits = normaliseText(pick.number).replace(/[,.'’\s]/g, '');
  return isConversationId(digits) ? digits : undefined;
}

function lastLine(text: string): string {
  return normaliseText(text)
    .split(/[\n\r]/)
    .at(-1) as string;
}

function listLabels({ before, labels }: Pick): readonly string[] {
  const inline = trimLabel(lastLine(before));
  const named = labels.map((label) => trimLabel(normaliseText(label).replace(/\s+/g, ' ').trim()));
  return [inline, ...named].filter((label) => label.length <= LONGEST_LABEL && !/\d/.test(label)).slice(0, MAX_LABELS);
}

function listUrlPlaces(url: URL, id: string): readonly Place[] {
  const [path = '', query = ''] = url.hash.slice(1).split('?', 2);
  const names = [url.search, query].flatMap((part) => [...new URLSearchParams(part).keys()]);
  const segments = [url.pathname, path].flatMap((part) => part.split('/').slice(0, -1));
  const places: readonly Place[] = [
    ...names.map((text) => ({ kind: 'url', place: 'query', text }) as const),
    ...segments.map((text) => ({ kind: 'url', place: 'path', text }) as const),
  ];
  const base = { version: 1, site: url.origin, enabled: true } as const;
  return places.filter((place) => place.kind === 'url' && findUrlHit(url, { ...base, ...place }) === id);
}

/** Texts with `{id}` for a number that stands between two. Few words first, but not one alone: what is left out cannot be another customer's name. */
export function listTemplates({ before, after }: { readonly before: string; readonly after: string }): readonly string[] {
  const words = lastLine(before).split(/(?<=\s)/);
  const counts = [2, 3, MAX_WORDS, 1].filter((count) => count <= words.length);
  const leads = counts.map((count) => words.slice(-count).join(''));
  const [tail = ''] = normaliseText(after).split(/[\n\r]/);
  const trail = tail
    .split(/(?<=\s)/)
    .slice(0, 3)
    .join('');
  return [...leads.map((lead) => `${lead}${PLACEHOLDER}`), `${PLACEHOLDER}${trail}`]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => !/\d/.test(text));
}

/**
 * Rules that may find the clicked id on pages of `site`, best first. Each is still to be tried on the page. `url`: absent in a
 * frame without an address of its own.
 */
export function deriveRules(pick: Pick, { site, url }: { readonly site: string; readonly url?: URL }): readonly TaughtRule[] {
  const id = readPicked(pick);
  if (id === undefined) return [];
  const places: readonly Place[] = [
    ...listLabels(pick).map((text) => ({ kind: 'label', text }) as const),
    ...(url ? listUrlPlaces(url, id) : []),
    ...listTemplates(pick).map((text) => ({ kind: 'pattern', text }) as const),
  ];
  const rules = places.filter(({ kind, text }) => isRuleText(kind, text)).map((place) => toRule(place, site));
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

function toRule(place: Place, site: string): TaughtRule {
  return { version: 1, site, enabled: true, ...place };
}
