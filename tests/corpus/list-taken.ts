import type { Candidate } from '../../lib/domain/candidate.ts';

/** What of the candidates would be looked up, written as in the labels: `<provider>:<id>`, or the bare id. */
export function listTaken(candidates: readonly Candidate[]): readonly string[] {
  return candidates.filter(({ refusal }) => !refusal).map(({ provider, id }) => (provider ? `${provider}:${id}` : id));
}
