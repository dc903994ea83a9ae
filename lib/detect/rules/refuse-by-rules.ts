import type { Candidate } from '../../domain/candidate.ts';
import type { TaughtRule } from '../../domain/taught-rule.ts';
import type { Finding } from '../finding.ts';
import { findTemplateHits } from './find-rule-hits.ts';
import { trimLabel } from './trim-label.ts';

function isAt(rule: TaughtRule, { id, label, excerpt }: Candidate): boolean {
  if (rule.kind === 'label') return trimLabel(label) === rule.text;
  if (rule.kind === 'url') return label === (rule.place === 'path' ? `/${rule.text}/` : rule.text);
  return findTemplateHits(excerpt, rule.text).some((hit) => hit.id === id);
}

/** Whether a rule says of a candidate that it is not the id: by what it is, what stands beside it, and whose it would be. */
export function isRefusedBy(rule: TaughtRule, candidate: Candidate): boolean {
  const { enabled, refuses, provider } = rule;
  return enabled && refuses === candidate.kind && (!provider || provider === candidate.provider) && isAt(rule, candidate);
}

/** Refuses what the agent said is not the id. What a rule of the agent's finds is taken all the same: its kind is none to refuse. */
export function refuseByRules(rules: readonly TaughtRule[], findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => {
    const isRefused = !finding.refusal && rules.some((rule) => isRefusedBy(rule, finding));
    return isRefused ? { ...finding, refusal: 'not-this' } : finding;
  });
}
