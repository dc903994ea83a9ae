import type { Finding } from './finding.ts';

/** A value in an element of its own, with its name in the one before: a property, however it is drawn. */
export function isPaired(
  { textContent, previousElementSibling: name }: Element,
  { id, label }: Pick<Finding, 'id' | 'label'>,
): boolean {
  return textContent?.trim() === id && name?.textContent?.trim().toLowerCase().endsWith(label.toLowerCase()) === true;
}
