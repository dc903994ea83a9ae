import { findListColumn } from './find-list-column.ts';
import { findRows, isGlimpse, isHeaded, isKind } from './is-glimpse.ts';
import type { PlacedText } from './open-place.ts';
import { precedes } from './page.ts';

const LIST = /(?:^|[\s_-])(?:list|queue|inbox)(?:$|[\s_-])/i;
const MAX_CLIMB = 3;

/** Whether a box around `element` is called a list. */
function isListed(element: Element): boolean {
  let box: Element | null = element;
  for (let climb = 0; box && climb < MAX_CLIMB; climb += 1) {
    box = box.parentElement;
    if (box && LIST.test(box.className.toString())) return true;
  }
  return false;
}

/** On a page without a marked main area: somebody's line in the list that the ticket was opened from, before its `subject`. */
export function isInListBefore(element: Element, { kind, label, lead }: PlacedText, subject: Element | null): boolean {
  if (!subject || kind === 'link' || !precedes(element, subject)) return false;
  const rows = findRows(element, label).filter((row) => !row.contains(subject));
  return rows.some((row) => isGlimpse(row, label) && !isHeaded(row)) || (lead !== undefined && !isKind(lead) && isListed(element));
}

/** The same by how the page is drawn: somebody's line in a narrow column before the ticket. */
export function isInListColumn(element: Element, { kind, label }: PlacedText, subject: Element | null): boolean {
  // A field's name stands apart from its value; a glimpse is one text.
  const isText = kind !== 'field' && label !== '' && !element.closest('input,textarea,select,a[href],td,th,blockquote');
  const rows = isText ? findRows(element, label).filter((row) => isGlimpse(row, label) && !isHeaded(row)) : [];
  const column = rows.length > 0 ? findListColumn(element) : undefined;
  if (!column || (subject && column.contains(subject))) return false;
  return rows.some((row) => row !== column && column.contains(row));
}
