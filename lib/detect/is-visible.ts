import { parentOf } from './page.ts';

/** `gone`: not drawn, nor is anything in it. `unseen`: takes its place but shows nothing; what is in it may. */
export type Visibility = 'shown' | 'unseen' | 'gone';

type CheckVisibility = (options?: { visibilityProperty?: boolean; opacityProperty?: boolean }) => boolean;

const ALL = { visibilityProperty: true, opacityProperty: true };

/** Whether the reader of the page sees `element`, given that its parent is drawn. */
export function readVisibility(element: Element): Visibility {
  const check = (element as { checkVisibility?: CheckVisibility }).checkVisibility;
  if (typeof check !== 'function') return (element as HTMLElement).hidden ? 'gone' : 'shown';
  if (check.call(element, ALL)) return 'shown';
  // A `display: contents` element has no box of its own; what is in it may be drawn all the same.
  if (check.call(element) || isContents(element)) return isTransparent(element) ? 'gone' : 'unseen';
  return 'gone';
}

function isContents(element: Element): boolean {
  return element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents';
}

function isTransparent(element: Element): boolean {
  return Number(element.ownerDocument.defaultView?.getComputedStyle(element).opacity) === 0;
}

/**
 * Whether `node` takes up room where a reader can get to: not shrunk to a dot for screen readers, not pushed off to the left.
 * Measures, so it is asked of the few nodes that matter only.
 */
export function isDrawn(node: Node): boolean {
  const document = node.ownerDocument;
  const view = document?.defaultView;
  // Without layout there is nothing to measure.
  if (!document || !view || document.documentElement.getBoundingClientRect().width === 0) return true;
  const own = node.nodeType === 1 && (node as Element).getBoundingClientRect();
  const range = document.createRange();
  range.selectNode(node);
  // An element without a box of its own measures nothing; its text does.
  const box = own && own.width + own.height > 0 ? own : range.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && box.right + view.scrollX > 0 && !isCutAway(node, box, view);
}

/** Whether a box around `node` shows nothing of it: folded to nothing, or slid out to the side. What can be scrolled to is shown. */
function isCutAway(node: Node, drawn: DOMRect, view: Window): boolean {
  let { left, right } = drawn;
  for (let one = parentOf(node); one && one.localName !== 'body'; one = parentOf(one)) {
    const box = one.getBoundingClientRect();
    if (box.width > 1 && box.height > 1 && box.left < right && box.right > left) continue;
    const { overflowX, overflowY } = view.getComputedStyle(one);
    const overflow = box.height > 1 ? overflowX : overflowY;
    if (/hidden|clip/.test(overflow)) return true;
    if (overflow !== 'visible') ({ left, right } = box);
  }
  return false;
}

/** Whether `element` and all it stands in are drawn. */
export function isSeen(element: Element): boolean {
  return readVisibility(element) === 'shown';
}
