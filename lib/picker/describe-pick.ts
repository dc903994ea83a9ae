import type { Pick } from '../domain/taught-rule.ts';
import type { NumberSpot } from './number-spot.ts';

const MAX_TEXT = 160;
const MAX_LABELS = 10;
const MAX_CLIMB = 5;
const NAMES = ['aria-label', 'title', 'placeholder', 'field-label'];

function cut(text: string | null | undefined): string {
  return (text ?? '').trim().slice(0, MAX_TEXT);
}

/** The nearest element that begins a line of its own. */
function blockOf(element: Element): Element {
  let block = element;
  while (block.parentElement && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
  return block;
}

function readAround({ node, start, end }: NumberSpot): Omit<Pick, 'number' | 'labels'> {
  if (node.nodeType !== 3) return { before: '', after: '' };
  const block = blockOf(node.parentElement as Element);
  const range = node.ownerDocument.createRange();
  range.setStart(block, 0);
  range.setEnd(node, start);
  const before = range.toString().slice(-MAX_TEXT);
  range.setStart(node, end);
  range.setEnd(block, block.childNodes.length);
  return { before, after: range.toString().slice(0, MAX_TEXT) };
}

function listNames(element: Element): readonly string[] {
  const { labels } = element as Partial<HTMLInputElement>;
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const referred = ids.map((id) => root.getElementById?.(id)?.textContent);
  return [
    ...[...(labels ?? [])].map((label) => label.textContent),
    ...referred,
    ...NAMES.map((name) => element.getAttribute(name)),
  ].map(cut);
}

/** The heading of a cell's column. */
function readColumn(cell: Element): string {
  const { cellIndex } = cell as Partial<HTMLTableCellElement>;
  const heads = cell.closest('table')?.querySelector('tr')?.children;
  return cut(cellIndex === undefined || heads?.[cellIndex] === cell ? '' : heads?.[cellIndex]?.textContent);
}

/** What may name the number: its field's label, what stands right before it on each level, its column's heading. */
function listLabels(element: Element): readonly string[] {
  const labels: string[] = [];
  let one: Element | null = element;
  for (let climb = 0; one && climb < MAX_CLIMB; climb += 1) {
    labels.push(...listNames(one), cut(one.previousElementSibling?.textContent), readColumn(one));
    one = one.parentElement;
  }
  return [...new Set(labels.filter((label) => label !== ''))].slice(0, MAX_LABELS);
}

/** What the page shows around a number, bounded. */
export function describePick(spot: NumberSpot): Pick {
  const element = spot.node.nodeType === 3 ? spot.node.parentElement : (spot.node as Element);
  return { number: spot.number.slice(0, 80), ...readAround(spot), labels: element ? listLabels(element) : [] };
}
