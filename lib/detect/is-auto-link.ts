import type { Finding } from './finding.ts';

/** Where an address speaks of conversations, its host may mean its own. */
const OWN_WORD = /conversation|chat|inbox|dialog|discussion|samtale/i;

/** Whether a link is one that a page has made of a bare number after its label, taking it for one of its own tickets. */
export function isAutoLink(link: Element, { id, kind, lead }: Pick<Finding, 'id' | 'kind' | 'lead'>): boolean {
  const href = link.getAttribute('href') ?? '';
  const isBare = link.textContent?.trim() === id && new RegExp(`(?:^|\\D)${id}$`).test(href);
  return kind === 'text' && lead !== undefined && isBare && !OWN_WORD.test(href);
}
