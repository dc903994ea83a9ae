/** Boxes drawn this close together line up, px. */
const CLOSE = 3;
const MAX_CELLS = 40;

/** In a grid whose first row names its columns: the cell drawn below `cell`. */
export function findBelow(cell: Element): Element | undefined {
  const grid = cell.parentElement;
  const view = cell.ownerDocument.defaultView;
  if (!grid || !view || !/grid/.test(view.getComputedStyle(grid).display)) return undefined;
  const { left, bottom } = cell.getBoundingClientRect();
  const cells = [...grid.children].slice(0, MAX_CELLS);
  return cells.slice(cells.indexOf(cell) + 1).find((other) => {
    const box = other.getBoundingClientRect();
    return Math.abs(box.left - left) <= CLOSE && box.top >= bottom - CLOSE;
  });
}
