import type { Refusal } from '../domain/candidate.ts';
import type { Finding } from './finding.ts';
import { isDrawn } from './is-visible.ts';
import { judgePlace } from './judge-place.ts';
import { namesOf } from './names-of.ts';
import type { OpenPlace } from './open-place.ts';
import { elementOf } from './page.ts';

/** With this reason, those that would have been taken; what was refused for what it is needs no second reason, and goes. */
export function refuseAll(findings: readonly Finding[], refusal: Refusal): readonly Finding[] {
  return findings.flatMap((finding) => (finding.refusal ? [] : { ...finding, refusal }));
}

/** In a table with named columns, whose row leads somewhere by its first cell. */
function isInLinkedRow(element: Element): boolean {
  const row = element.closest('tr');
  const columns = row?.closest('table')?.querySelectorAll('thead th').length ?? 0;
  return columns > 2 && row?.firstElementChild?.querySelector('a[href]') != null;
}

const EDITOR = '[role="textbox"]:not([aria-readonly="true"]),[contenteditable]:not([contenteditable="false"])';
/** What is always open to be edited, and is the ticket's own. */
const OWN_EDITOR = /descri|beschreib|beskriv|subject|title|summary|heading|betreff|ämne|emne|objet|asunto|assunto|oggetto/i;

/** What an agent is writing may speak of anything. A field that is drawn as an editor has its name outside, or is one of a form. */
function isDraft(element: Element, label: string): boolean {
  const editor = element.closest(EDITOR);
  if (!editor?.textContent?.includes(label) || editor.getAttribute('contenteditable') === 'false') return false;
  return !OWN_EDITOR.test([editor.className, ...namesOf(editor)].join(' ')) && editor.closest('[name]:not(form)') === null;
}

/** Refuses what is not drawn, or stands in no place of the open ticket. */
export function judgePlaces(found: readonly Finding[], place: OpenPlace): readonly Finding[] {
  const judge = (finding: Finding): Refusal | undefined => {
    const { node, kind } = finding;
    const element = node && elementOf(node);
    if (!element) return undefined;
    // In a grid, columns name what cells hold; a cell that names it itself is a list's glimpse of a ticket.
    if (kind === 'text' && element.closest('[role="row"]')) return 'in-row';
    if (kind === 'text' && isInLinkedRow(element)) return 'in-row';
    if (!isDrawn(node)) return 'not-drawn';
    if (kind === 'text' && isDraft(element, finding.label)) return 'example';
    return judgePlace(element, finding, place);
  };
  return found.flatMap((finding) => {
    const refusal = judge(finding);
    return refusal ? refuseAll([finding], refusal) : finding;
  });
}
