import { isControl } from './read-control.ts';
import { isSlot, readSlotText } from './read-slot.ts';

/** Empty elements beside a label that are no empty value. */
const ORNAMENT = /icon|tooltip|required|asterisk|copy|help|info|spacer|badge|arrow|caret|star|colon|divider|separator/i;
const CELLS = 'td,th,[role="cell"],[role="gridcell"],[role="columnheader"],[role="rowheader"]';
const HEADER = 'th,[role="columnheader"]';
/** A label's value is never looked for outside the box it stands in. */
const BOXES = /^(?:td|th|dd|tr|table|tbody|section|article|form|fieldset|main|body|aside|ul|ol|li|blockquote)$/;
const MAX_CLIMB = 4;
const MAX_ROWS = 50;

function hasText(node: Node): boolean {
  if (node.nodeType === 3) return /[\p{L}\p{N}]/u.test((node as Text).data);
  if (node.nodeType !== 1 || !isSlot(node as Element)) return false;
  const element = node as Element;
  return isControl(element) || element.querySelector('input,select,textarea') !== null || readSlotText(element) !== '';
}

function isOrnament(element: Element): boolean {
  return ORNAMENT.test(element.className?.toString() ?? '') || element.getAttribute('aria-hidden') === 'true';
}

/** The first place after `node` for a value, filled or empty. Text in between means that the label is not alone. */
function nextSlot(node: Node): Element | 'text' | undefined {
  for (let next = node.nextSibling; next; next = next.nextSibling) {
    if (next.nodeType === 3 && /[^\s:*]/.test((next as Text).data)) return 'text';
    if (next.nodeType !== 1 || !isSlot(next as Element)) continue;
    if (hasText(next) || !isOrnament(next as Element)) return next as Element;
  }
  return undefined;
}

function isFirstInBox(node: Node): boolean {
  for (let before = node.previousSibling; before; before = before.previousSibling) if (hasText(before)) return false;
  return true;
}

/** Beside or below: the next sibling of the label, or of the boxes that hold nothing else. */
function findNeighbour(label: Element): Element | undefined {
  let current = label;
  for (let climb = 0; climb < MAX_CLIMB && !current.matches(CELLS); climb += 1) {
    const slot = nextSlot(current);
    if (slot) return slot === 'text' || slot.localName === 'dt' ? undefined : slot;
    const parent = current.parentElement;
    if (!parent || BOXES.test(parent.localName) || BOXES.test(current.localName) || !isFirstInBox(current)) return undefined;
    current = parent;
  }
  return undefined;
}

function listCells(row: Element): readonly Element[] {
  const own = [...row.querySelectorAll(CELLS)].filter((cell) => cell.closest('tr,[role="row"]') === row);
  return own.filter(isSlot);
}

function columnOf(cells: readonly Element[], cell: Element): number {
  let column = 0;
  for (const other of cells) {
    if (other === cell) break;
    column += (other as HTMLTableCellElement).colSpan || 1;
  }
  return column;
}

function cellAt(row: Element, column: number): Element | undefined {
  return listCells(row).find((cell, _, cells) => columnOf(cells, cell) === column);
}

/** Below a column header; `few`: only the next row, since nothing but its place says that it holds values. */
function listBelow(cell: Element, row: Element, few: boolean): readonly Element[] {
  const table = row.closest('table,[role="table"],[role="grid"],[role="treegrid"]') ?? row.parentElement;
  const rows = [...(table?.querySelectorAll('tr,[role="row"]') ?? [])].filter(isSlot);
  const column = columnOf(listCells(row), cell);
  const at = rows.indexOf(row);
  const below = rows.slice(at + 1, at + 1 + (few ? 1 : MAX_ROWS));
  return below.flatMap((other) => cellAt(other, column) ?? []);
}

function resolveCell(cell: Element): readonly Element[] {
  const row = cell.closest('tr,[role="row"]');
  if (!row) return [];
  const cells = listCells(row);
  const isHeaderRow = row.closest('thead') !== null || (cells.length > 1 && cells.every((other) => other.matches(HEADER)));
  if (isHeaderRow) return listBelow(cell, row, false);
  const next = cells[cells.indexOf(cell) + 1];
  const nextText = next && readSlotText(next);
  const isLabelRow = cells.every((other) => /^[^\d]+$/.test(readSlotText(other) ?? ''));
  if (next === undefined || (isLabelRow && nextText)) return listBelow(cell, row, true);
  return [next];
}

function resolveTerm(term: Element): readonly Element[] {
  const details: Element[] = [];
  for (let next = term.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling) details.push(next);
  return details;
}

function resolveReference(label: Element): readonly Element[] {
  const control = (label.closest('label') as HTMLLabelElement | null)?.control;
  if (control) return [control];
  const id = label.id || label.parentElement?.id;
  if (!id || /["\\\n]/.test(id)) return [];
  const named = [...(label.getRootNode() as Document | ShadowRoot).querySelectorAll(`[aria-labelledby~="${id}"]`)];
  return named.filter((element) => !element.contains(label));
}

/**
 * The places where the value of a label may stand: what it refers to, else its cell, its term, its neighbour.
 * `label` is an element whose whole text is the label.
 */
export function resolveLabel(label: Element): readonly Element[] {
  const referred = resolveReference(label).filter(isSlot);
  if (referred.length > 0) return referred;
  const term = label.closest('dt');
  if (term) return resolveTerm(term);
  const neighbour = findNeighbour(label);
  if (neighbour) return [neighbour];
  const cell = label.closest(CELLS);
  return cell ? resolveCell(cell) : [];
}
