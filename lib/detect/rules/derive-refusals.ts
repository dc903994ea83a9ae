import type { Candidate } from '../../domain/candidate.ts';
import { isRuleText, REFUSED_KINDS, type TaughtRule } from '../../domain/taught-rule.ts';
import { readNumber } from '../read-number.ts';
import { listTemplates } from './derive-rules.ts';
import { trimLabel } from './trim-label.ts';

type Bare<R = TaughtRule> = R extends TaughtRule ? Omit<R, 'version' | 'site' | 'enabled' | 'refuses'> : never;

/** An excerpt that begins so long before its number may begin inside a word. */
const CUT_BEFORE = 50;

/** The texts of an excerpt on either side of the number that is the id. */
function splitExcerpt({ id, excerpt }: Candidate): { readonly before: string; readonly after: string } | undefined {
  for (const { index } of excerpt.matchAll(/\d+/g)) {
    const found = readNumber(excerpt, index, false);
    if (found?.id !== id) continue;
    const before = excerpt.slice(0, found.start);
    return { before: before.length < CUT_BEFORE ? before : before.replace(/^\S*\s/, ''), after: excerpt.slice(found.end) };
  }
  return undefined;
}

/** The parameter or the part of the path that names the id in a link. */
function toUrlPlace(label: string): Pick<Extract<TaughtRule, { kind: 'url' }>, 'kind' | 'place' | 'text'> {
  const path = /^\/(.+)\/$/.exec(label)?.[1];
  return path === undefined ? { kind: 'url', place: 'query', text: label } : { kind: 'url', place: 'path', text: path };
}

/** Rules that may refuse a candidate where it stands on pages of `site`, best first. Each is still to be tried on the page. */
export function deriveRefusals(candidate: Candidate, site: string): readonly TaughtRule[] {
  const { label, provider } = candidate;
  const refuses = REFUSED_KINDS.find((kind) => kind === candidate.kind);
  if (!refuses) return [];
  const named = { kind: 'label', text: trimLabel(label) } as const;
  const owned = provider ? { provider } : {};
  // A link's own host says whose it is; what is beside a label may say so on one page and not on the next.
  const places: readonly Bare[] = refuses === 'link' ? [{ ...toUrlPlace(label), ...owned }] : [named, { ...named, ...owned }];
  const split = splitExcerpt(candidate);
  const templates = (split ? listTemplates(split) : []).map((text) => ({ kind: 'pattern', text }) as const);
  return [...places, ...templates]
    .filter(({ kind, text }) => isRuleText(kind, text))
    .map((place) => ({ version: 1, site, enabled: true, refuses, ...place }));
}
