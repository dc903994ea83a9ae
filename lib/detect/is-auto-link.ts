import type { Finding } from './finding.ts';
import { OWN_WORD } from './own-word.ts';

/** Whether a link is one that a page has made of a bare number after its label, "conversation_id=", taking it for one of its own tickets. */
export function isAutoLink(link: Element, { id, kind }: Pick<Finding, 'id' | 'kind'>): boolean {
  const href = link.getAttribute('href') ?? '';
  const isBare = link.textContent?.trim() === id && href.endsWith(`/${id}`) && !OWN_WORD.test(href);
  return kind === 'text' && isBare && /[:=]\s*$/.test(link.previousSibling?.textContent ?? '');
}
