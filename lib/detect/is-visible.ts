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

/** Whether `element` and all it stands in are drawn. */
export function isSeen(element: Element): boolean {
  return readVisibility(element) === 'shown';
}
