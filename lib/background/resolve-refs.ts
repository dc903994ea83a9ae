import type { Candidate } from '../domain/candidate.ts';
import { formatRef, PROVIDER_IDS, type ProviderId, type Ref } from '../domain/ref.ts';

/**
 * The chat systems a candidate may belong to: the one its page names, else those set up, else all. What the site's ids turned out
 * to be comes first; the other stays on offer, as nothing on the page rules it out.
 */
function findProviders(candidate: Candidate, configured: readonly ProviderId[], preferred?: ProviderId): readonly ProviderId[] {
  if (candidate.provider) return [candidate.provider];
  const possible = configured.length > 0 ? configured : PROVIDER_IDS;
  return possible.toSorted((a, b) => Number(b === preferred) - Number(a === preferred));
}

/** What can be looked up of a ticket, best first: the candidates that were taken, each id once a provider. */
export function resolveRefs(
  candidates: readonly Candidate[],
  configured: readonly ProviderId[],
  preferred?: ProviderId,
): readonly Ref[] {
  const taken = candidates.filter((candidate) => candidate.refusal === undefined);
  const refs = taken.flatMap((candidate) =>
    findProviders(candidate, configured, preferred).map((provider) => ({ provider, id: candidate.id })),
  );
  return [...new Map(refs.map((ref) => [formatRef(ref), ref])).values()];
}
