import { isElsewhere } from '../domain/candidate.ts';
import type { Finding } from './finding.ts';
import { generic } from './helpdesks/generic.ts';
import { isAlike } from './is-alike.ts';
import { isGlimpse, isMessage } from './is-glimpse.ts';
import { isPaired } from './is-paired.ts';
import { refuseAll } from './judge-places.ts';
import { isBehindDialog } from './open-dialog.ts';
import type { OpenPlace } from './open-place.ts';
import { elementOf, isWithin, parentOf } from './page.ts';

/** What the rows of a list are made of; lines and messages of one ticket are not. */
const ROWS = /^(?:li|tr|div|a|button|section)$/;
const MAX_CLIMB = 12;
/** With more ids than these a page is no ticket, and comparing them all takes too long. */
const MAX_PLACED = 24;

type Placed = Finding & { readonly node: Node };

function listBoxes(findings: readonly Placed[]): ReadonlySet<Element> {
  const boxes = new Set<Element>();
  for (const { node } of findings) {
    let box = elementOf(node);
    for (let climb = 0; box && climb < MAX_CLIMB; climb += 1) {
      boxes.add(box);
      box = parentOf(box);
    }
  }
  return boxes;
}

/** Running text, and no value beside its name. */
function isLine(finding: Placed): boolean {
  const element = elementOf(finding.node);
  return finding.kind === 'text' && !(element && isPaired(element, finding));
}

/** A list is made of its rows; in a ticket, other lines stand between them. */
function isMadeOf(box: Element, row: Element | undefined): boolean {
  return [...box.children].filter((one) => row !== undefined && isAlike(one, row)).length > box.childElementCount / 2;
}

/** Drawn over half of the window, and nothing over it: the ticket itself, where one is open. */
function isWide(box: Element): boolean {
  return !isBehindDialog(box) && box.getBoundingClientRect().width > (box.ownerDocument.defaultView?.innerWidth ?? 0) / 2;
}

/** Rows that are alike, each with an id of its own, while the ticket's own ids stand elsewhere. */
function isListBeside(box: Element, findings: readonly Placed[], isOpen: boolean): boolean {
  const inside = findings.filter(({ node }) => isWithin(node, box));
  const own = new Set(inside.map(({ id }) => id));
  if (own.size < 2 || findings.some((one) => !inside.includes(one) && own.has(one.id))) return false;
  const rows = [...box.children].filter((row) => inside.some(({ node }) => isWithin(node, row)));
  const [first] = rows;
  const isMarked = (row: Element) =>
    (row.getAttribute('role') ?? row.className) !== '' && first !== undefined && isAlike(row, first);
  const areGlimpses = inside.every(isLine) && rows.every((row) => isMarked(row) && isGlimpse(row));
  if (inside.length === findings.length && !(areGlimpses && isMadeOf(box, first) && !(isOpen && isWide(box)))) return false;
  // The messages of a ticket may have an id each.
  if (rows.some(isMessage)) return false;
  const areSameTags = rows.every(({ localName }) => ROWS.test(localName) && localName === first?.localName);
  return areSameTags && rows.length === own.size && new Set(inside.map(({ label }) => label)).size === 1;
}

/** Refuses the ids of a list of tickets that stands beside the open one, whatever it is called. */
export function dropLists(findings: readonly Finding[], { subject, helpdesk }: OpenPlace): readonly Finding[] {
  const placed = findings.filter((finding): finding is Placed => finding.node !== undefined && !finding.refusal);
  if (placed.length < 2 || placed.length > MAX_PLACED) return findings;
  // Any page of an unknown helpdesk may be a list.
  const isOpen = subject !== null || helpdesk.id !== generic.id;
  const lists = [...listBoxes(placed)].filter((box) => isListBeside(box, placed, isOpen));
  return findings.flatMap((finding) => {
    const { node } = finding;
    const isListed = node && !isElsewhere(finding) && lists.some((list) => isWithin(node, list));
    return isListed ? refuseAll([finding], 'in-list') : finding;
  });
}
