import { readBoxText } from './box-text.ts';
import { findLabels } from './find-labels.ts';
import type { Finding } from './finding.ts';
import { isAlike } from './is-alike.ts';
import { isKind } from './is-glimpse.ts';

const MAX_CARD = 600;

/** Whether a link has others like it beside it, and speaks of somebody before the id: a glimpse of the ticket that it opens. */
export function isLinkCard(link: Element, { id, kind }: Pick<Finding, 'id' | 'kind'>): boolean {
  const text = readBoxText(link, MAX_CARD) ?? '';
  const before = text.slice(0, Math.max(0, text.indexOf(id)));
  const start = kind === 'link' ? before.search(/\S*$/) : (findLabels(text)[0]?.start ?? 0);
  if (isKind(before.slice(0, start)) || !/\p{L}{2}/u.test(before.slice(0, start))) return false;
  return [...(link.parentElement?.children ?? [])].some((other) => other !== link && isAlike(other, link));
}
