import { isDrawn, isSeen } from '../detect/is-visible.ts';
import { elementOf } from '../detect/page.ts';
import { enterFrame, openFrame, type Place } from './find-place.ts';
import { isField, type NumberSpot, readField, readText } from './number-spot.ts';

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'backscroll-picker', 'backscroll-sidebar']);
/** Shorter ones are counts and days; they can still be clicked. */
const MIN_DIGITS = 3;
const MAX_NUMBERS = 300;
const MAX_NODES = 20_000;

interface Walk {
  readonly spots: NumberSpot[];
  nodes: number;
}

function isWorth(spot: NumberSpot): boolean {
  const digits = spot.number.match(/\p{Nd}/gu)?.length ?? 0;
  const element = elementOf(spot.node);
  return digits >= MIN_DIGITS && element !== null && isSeen(element) && isDrawn(spot.node);
}

function take(walk: Walk, spot: NumberSpot | undefined): void {
  const last = walk.spots.at(-1);
  const isSame = last?.node === spot?.node && last?.start === spot?.start;
  if (spot && !isSame && isWorth(spot)) walk.spots.push(spot);
}

function enter(walk: Walk, element: Element, place: Omit<Place, 'element'>): void {
  if (SKIPPED.has(element.localName)) return;
  const inner = openFrame(element);
  if (isField(element)) take(walk, readField(element, place));
  else if (inner?.body) enter(walk, inner.body, enterFrame({ element, ...place }));
  else enterChildren(walk, element, place);
}

function enterChildren(walk: Walk, element: Element, place: Omit<Place, 'element'>): void {
  for (let node = (element.shadowRoot ?? element).firstChild; node; node = node.nextSibling) {
    walk.nodes += 1;
    if (walk.nodes > MAX_NODES || walk.spots.length >= MAX_NUMBERS) return;
    if (node.nodeType === 1) enter(walk, node as Element, place);
    else if (node.nodeType === 3 && /\p{Nd}/u.test((node as Text).data)) {
      for (const spot of readText(node as Text, place)) take(walk, spot);
    }
  }
}

/** Every number that shows in a document, in its order, through open shadow roots and frames of the same origin. */
export function listNumbers(document: Document): readonly NumberSpot[] {
  const walk: Walk = { spots: [], nodes: 0 };
  if (document.body) enter(walk, document.body, { left: 0, top: 0 });
  return walk.spots;
}
