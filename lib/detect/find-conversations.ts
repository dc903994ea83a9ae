import type { Detection } from '../domain/candidate.ts';
import { HELPDESKS } from './registry.ts';
import { scanPage, toCandidate } from './scan-page.ts';

/**
 * The open ticket of a page and the ids in it, best first. Never throws; reads visible text, visible values and link targets only.
 * `isInner`: the page around this one names the ticket.
 */
export function findConversations(url: URL, document: Document, isInner = false): Detection {
  try {
    const steps = scanPage(url, document, { helpdesks: HELPDESKS, isInner });
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { helpdesk, ticket, findings } = step.value;
    return { helpdesk: helpdesk.id, ...(ticket === undefined ? {} : { ticket }), candidates: findings.map(toCandidate) };
  } catch {
    return { helpdesk: 'generic', candidates: [] };
  }
}
