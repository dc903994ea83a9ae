import type { Candidate } from '../domain/candidate.ts';
import { formatRef, PROVIDER_IDS, type ProviderId, type Ref } from '../domain/ref.ts';

/** What a ticket's ids may be looked up as. */
export interface ResolvedRefs {
  /** Best first, each id once a provider. */
  readonly refs: readonly Ref[];
  /** The same ids in the other chat system: asked only where the first does not know them. */
  readonly fallbacks: readonly Ref[];
}

interface Knowledge {
  /** Chat systems that are set up. */
  readonly configured: readonly ProviderId[];
  /** What this site's ids turned out to belong to. */
  readonly preferred?: ProviderId | undefined;
}

/** The chat systems a candidate may belong to: the one its page names, else those set up, else all. */
function findProviders(candidate: Candidate, { configured }: Knowledge): readonly ProviderId[] {
  if (candidate.provider) return [candidate.provider];
  return configured.length > 0 ? configured : PROVIDER_IDS;
}

function dropRepeated(refs: readonly Ref[]): readonly Ref[] {
  return [...new Map(refs.map((ref) => [formatRef(ref), ref])).values()];
}

/**
 * What can be looked up of a ticket's candidates that were taken. Where nothing tells the chat system, both are offered, unless
 * the site has shown before which one it uses.
 */
export function resolveRefs(candidates: readonly Candidate[], knowledge: Knowledge): ResolvedRefs {
  const taken = candidates.filter((candidate) => candidate.refusal === undefined);
  const offers = taken.map((candidate) => {
    const all = findProviders(candidate, knowledge).map((provider) => ({ provider, id: candidate.id }));
    const preferred = all.filter(({ provider }) => provider === knowledge.preferred);
    return preferred.length > 0
      ? { refs: preferred, others: all.filter((ref) => !preferred.includes(ref)) }
      : { refs: all, others: [] };
  });
  const refs = dropRepeated(offers.flatMap((offer) => offer.refs));
  const offered = new Set(refs.map(formatRef));
  return { refs, fallbacks: dropRepeated(offers.flatMap((offer) => offer.others)).filter((ref) => !offered.has(formatRef(ref))) };
}
