import type { Place } from './find-place.ts';
import { isField, type NumberSpot, readField, readText } from './number-spot.ts';

/** The pointer may miss a thin line of digits by so many pixels. */
const SLACK = 4;
const MAX_NODES = 300;

function isAt({ box }: NumberSpot, x: number, y: number): boolean {
  const isAcross = x >= box.left - SLACK && x <= box.left + box.width + SLACK;
  return isAcross && y >= box.top - SLACK && y <= box.top + box.height + SLACK;
}

/** The number that stands at a point of the window, in the element that was found there. */
export function findNumberAt(place: Place, x: number, y: number): NumberSpot | undefined {
  const { element } = place;
  if (isField(element)) return readField(element, place);
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let count = 0; count < MAX_NODES; count += 1) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    for (const spot of readText(node, place)) if (isAt(spot, x, y)) return spot;
  }
  return undefined;
}
