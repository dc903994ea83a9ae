import { EVIDENCE_KINDS, isElsewhere } from '../domain/candidate.ts';
import type { Finding } from './finding.ts';

const MAX_FINDINGS = 40;
/** A queue of tickets beside the open one is told of by a few. */
const MAX_ELSEWHERE = 5;

/** Refused ones last, those of other places at the very end, then by kind of evidence; a quoted mail after what is not quoted. The page's order decides the rest. */
function rank(finding: Finding): number {
  const kind = EVIDENCE_KINDS.indexOf(finding.kind);
  return (
    kind +
    (finding.isQuoted ? EVIDENCE_KINDS.length : 0) +
    (finding.refusal === undefined ? 0 : 100) +
    (isElsewhere(finding) ? 100 : 0)
  );
}

function isSame(a: Finding, b: Finding): boolean {
  return a.id === b.id && (a.provider === b.provider || a.provider === undefined || b.provider === undefined);
}

function withProvider(finding: Finding, others: readonly Finding[]): Finding {
  if (finding.provider !== undefined) return finding;
  const named = new Set(others.filter(({ id, refusal }) => id === finding.id && !refusal).map(({ provider }) => provider));
  named.delete(undefined);
  const [provider] = named;
  return provider !== undefined && named.size === 1 ? { ...finding, provider } : finding;
}

/** Best first, each id once with its strongest evidence; a provider that any evidence of an id names holds for it. */
export function rankFindings(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort((a, b) => rank(a) - rank(b));
  const kept: Finding[] = [];
  for (const finding of sorted) {
    const named = finding.refusal === undefined ? withProvider(finding, findings) : finding;
    const isKnown = kept.some((other) => isSame(other, named));
    const isOneOfMany = isElsewhere(named) && kept.filter(({ refusal }) => refusal === named.refusal).length === MAX_ELSEWHERE;
    if (!isKnown && !isOneOfMany) kept.push(named);
    if (kept.length === MAX_FINDINGS) break;
  }
  return kept;
}
