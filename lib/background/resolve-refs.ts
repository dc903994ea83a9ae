import type { Candidate } from '../domain/candidate.ts';
import { formatRef, PROVIDER_IDS, type ProviderId, type Ref } from '../domain/ref.ts';

/** The chat systems a candidate may belong to: the one its page names, else those set up, else all. */
function findProviders(candidate: Candidate, configured: readonly ProviderId[]): readonly ProviderId[] {
  if (candidate.provider) return [candidate.provider];
  return configured.length > 0 ? configured : PROVIDER_IDS;
}

/** What can be looked up of a ticket, best first: the candidates that were taken, each id once a provider. */
export function resolveRefs(candidates: readonly Candidate[], configured: readonly ProviderId[]): readonly Ref[] {
  const taken = candidates.filter((candidate) => candidate.refusal === undefined);
  const refs = taken.flatMap((candidate) =>
    findProviders(candidate, configured).map((provider) => ({ provider, id: candidate.id })),
  );
  return [...new Map(refs.map((ref) => [formatRef(ref), ref])).values()];
}
