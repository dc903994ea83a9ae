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
  const own = (node.nodeType === 1 ? (node as Element) : node.parentElement)?.getBoundingClientRect();
  const range = document.createRange();
  range.selectNode(node);
  // An element without a box of its own measures nothing; its text does.
  const { width, height, right } = own && own.width + own.height > 0 ? own : range.getBoundingClientRect();
  return width > 1 && height > 1 && right + view.scrollX > 0;
}

/** Whether `element` and all it stands in are drawn. */
export function isSeen(element: Element): boolean {
  return readVisibility(element) === 'shown';
}
