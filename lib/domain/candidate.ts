import type { ProviderId } from './ref.ts';

/** How a candidate is backed, best first. `taught`: by a rule that the agent taught. */
export const EVIDENCE_KINDS = ['taught', 'url', 'link', 'field', 'text'] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Why an id that would be one was not taken: it stands in no place of the open ticket that the agent can see. */
export const ELSEWHERE = ['other-ticket', 'in-list', 'in-row', 'not-drawn', 'example'] as const;

/** Why a candidate was not taken. `not-this`: the agent said so. */
export const REFUSALS = ['own-id', 'bad-id', 'weak-label', 'ambiguous', 'not-this', ...ELSEWHERE] as const;

export type Refusal = (typeof REFUSALS)[number];

/** An id found on a page, with its evidence. All strings come from the page: bounded, never trusted. */
export interface Candidate {
  readonly id: string;
  /** Absent: the page does not tell which chat system. */
  readonly provider?: ProviderId;
  readonly kind: EvidenceKind;
  /** The label or link parameter that names the id, as it stands on the page (at most 80 characters). */
  readonly label: string;
  /** A few words around it, for "Why this id?" (at most 160 characters). */
  readonly excerpt: string;
  /** Present: not taken, and why. */
  readonly refusal?: Refusal;
}

/** Whether a candidate was not taken for where it stands, and for nothing else. */
export function isElsewhere({ refusal }: Candidate): boolean {
  return (ELSEWHERE as readonly (Refusal | undefined)[]).includes(refusal);
}

/** What a page shows: the open ticket and the ids found in it, best first. */
export interface Detection {
  /** Id of the helpdesk adapter that read the page. */
  readonly helpdesk: string;
  /** Identity of the open ticket; a change of it means another customer. Absent: no ticket is open. */
  readonly ticket?: string;
  readonly candidates: readonly Candidate[];
}
