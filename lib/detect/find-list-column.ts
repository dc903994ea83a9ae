/** A list that a ticket was opened from is no wider than this, and than this share of what stands beside it. px. */
const MOST = 480;
const SHARE = 0.7;
/** Boxes drawn this close together do not overlap, px. */
const CLOSE = 3;
const LEAST = 40;
const MAX_CLIMB = 12;
const MAX_BESIDE = 12;

/** Whether `other` is drawn after `box` in the direction of reading, beside it, and wider by far. */
function isWiderBeside(box: DOMRect, other: DOMRect, isRightToLeft: boolean): boolean {
  const isAfter = isRightToLeft ? other.right <= box.left + CLOSE : other.left >= box.right - CLOSE;
  const level = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
  return isAfter && level >= LEAST && box.width <= Math.min(MOST, other.width * SHARE);
}

/**
 * By how the page is drawn: the narrow column that `element` stands in, with a wide one after it. Measures. Undefined where it stands
 * in no such column, or nothing is drawn.
 */
export function findListColumn(element: Element): Element | undefined {
  const view = element.ownerDocument.defaultView;
  for (let box: Element | null = element, climb = 0; box?.parentElement && climb < MAX_CLIMB; climb += 1) {
    const own = box.getBoundingClientRect();
    if (!view || own.width === 0 || own.width > MOST) return undefined;
    const isRightToLeft = view.getComputedStyle(box.parentElement).direction === 'rtl';
    let other = box.nextElementSibling;
    for (let step = 0; other && step < MAX_BESIDE; step += 1) {
      if (isWiderBeside(own, other.getBoundingClientRect(), isRightToLeft)) return box;
      other = other.nextElementSibling;
    }
    box = box.parentElement;
  }
  return undefined;
}
