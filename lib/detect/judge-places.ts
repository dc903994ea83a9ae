import type { Refusal } from '../domain/candidate.ts';
import type { Finding } from './finding.ts';
import type { Helpdesk } from './helpdesk.ts';
import { isDrawn } from './is-visible.ts';
import { isOfOtherTicket, type KnownBoxes } from './other-tickets.ts';
import { elementOf } from './page.ts';

/** With this reason, those that would have been taken; what was refused for what it is needs no second reason, and goes. */
export function refuseAll(findings: readonly Finding[], refusal: Refusal): readonly Finding[] {
  return findings.flatMap((finding) => (finding.refusal ? [] : { ...finding, refusal }));
}

/** Refuses what is not drawn, or stands in no place of the open ticket. */
export function judgePlaces(found: readonly Finding[], helpdesk: Helpdesk, ticket: string, url: URL): readonly Finding[] {
  const known: KnownBoxes = new Map();
  const judge = ({ node, kind }: Finding): Refusal | undefined => {
    const element = node && elementOf(node);
    if (!element) return undefined;
    // In a grid, columns name what cells hold; a cell that names it itself is a list's glimpse of a ticket.
    if (kind === 'text' && element.closest('[role="row"]')) return 'in-row';
    if (!isDrawn(node)) return 'not-drawn';
    return isOfOtherTicket(element, helpdesk, ticket, url, known) ? 'other-ticket' : undefined;
  };
  return found.flatMap((finding) => {
    const refusal = judge(finding);
    return refusal ? refuseAll([finding], refusal) : finding;
  });
}
