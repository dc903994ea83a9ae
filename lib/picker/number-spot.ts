import type { Place } from './find-place.ts';

/** A number on the page, and where it stands. `box`: in the picture of the picker's own window. */
export interface NumberSpot {
  readonly number: string;
  /** The text or the control that holds it. */
  readonly node: Text | HTMLInputElement | HTMLTextAreaElement;
  readonly start: number;
  readonly end: number;
  readonly box: Box;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Digits of any script, also in groups of three, also with invisible characters between. */
const NUMBER = /\p{Nd}{1,3}(?:[,.'’\u00a0\u202f ]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}(?:[\u00ad\u200b-\u200f\u2060]*\p{Nd}){0,39}/gu;
const MAX_TEXT = 5000;

export function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.localName === 'textarea' || (element.localName === 'input' && (element as HTMLInputElement).type !== 'password');
}

function move({ left, top, width, height }: DOMRect, place: Omit<Place, 'element'>): Box {
  return { left: left + place.left, top: top + place.top, width, height };
}

/** The number in a field, where it is the only one. */
export function readField(field: HTMLInputElement | HTMLTextAreaElement, place: Omit<Place, 'element'>): NumberSpot | undefined {
  const found = [...field.value.slice(0, MAX_TEXT).matchAll(NUMBER)];
  const match = found.length === 1 ? found[0] : undefined;
  if (!match) return undefined;
  const box = move(field.getBoundingClientRect(), place);
  return { number: match[0], node: field, start: match.index, end: match.index + match[0].length, box };
}

/** The numbers of one text; one that runs over two lines has a box on each. */
export function* readText(node: Text, place: Omit<Place, 'element'>): Generator<NumberSpot> {
  for (const match of node.data.slice(0, MAX_TEXT).matchAll(NUMBER)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    for (const rect of range.getClientRects()) yield { number: match[0], node, start, end, box: move(rect, place) };
  }
}
