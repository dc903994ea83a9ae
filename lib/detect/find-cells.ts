import { isSeen } from './is-visible.ts';
import { normaliseText } from './normalise-text.ts';

export const CELLS = 'td,th,[role="cell"],[role="gridcell"],[role="columnheader"],[role="rowheader"]';
const HEADER = 'th,[role="columnheader"]';
const ROWS = 'tr,[role="row"]';
/** A longer column is a list of tickets, not a field of this one. */
const MAX_ROWS = 8;

function listCells(row: Element): readonly Element[] {
  return [...row.querySelectorAll(CELLS)].filter((cell) => cell.closest(ROWS) === row && isSeen(cell));
}

function columnOf(cells: readonly Element[], cell: Element): number {
  const before = cells.slice(0, cells.indexOf(cell)) as unknown as readonly HTMLTableCellElement[];
  return before.reduce((column, { colSpan }) => column + (colSpan || 1), 0);
}

/** Below a column header; `count`: one row where nothing but its place says that it holds values. */
function listBelow(cell: Element, row: Element, count: number): readonly Element[] {
  const table = row.closest('table,[role="table"],[role="grid"],[role="treegrid"]') ?? row.parentElement;
  // A table's foot sums up.
  const rows = [...(table?.querySelectorAll(ROWS) ?? [])].filter((one) => isSeen(one) && !one.closest('tfoot'));
  const column = columnOf(listCells(row), cell);
  const at = rows.indexOf(row) + 1;
  if (count > 1 && rows.length - at > count) return [];
  return rows
    .slice(at, at + count)
    .flatMap((other) => listCells(other).find((one, _, cells) => columnOf(cells, one) === column) ?? []);
}

/** The cells that a cell names: those below a column's header, else the one beside it. */
export function findCells(cell: Element): readonly Element[] {
  const row = cell.closest(ROWS);
  if (!row) return [];
  const cells = listCells(row);
  if (row.closest('thead') || (cells.length > 1 && cells.every((other) => other.matches(HEADER))))
    return listBelow(cell, row, MAX_ROWS);
  // Where columns have names, a cell names none of its neighbours.
  if (cells.length > 2 && row.closest('table')?.querySelector('thead')) return [];
  const next = cells.slice(cells.indexOf(cell) + 1).find(({ textContent }) => !/^\s*[:=|]\s*$/.test(textContent ?? ''));
  const isLabelRow = cells.every(({ textContent }) => textContent?.trim() && !/\d/.test(normaliseText(textContent)));
  return next && !isLabelRow ? [next] : listBelow(cell, row, 1);
}
