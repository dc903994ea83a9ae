const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a field of 24 by 24. */
export const ICONS = {
  bubble: ['M5 4.5h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-7.5L7 20.5V17H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2Z', 'M8 9h8', 'M8 12.5h5'],
  toLeft: ['M4 5v14', 'M20 12H9', 'M13 7.5 8.5 12l4.5 4.5'],
  toRight: ['M20 5v14', 'M4 12h11', 'M11 7.5l4.5 4.5-4.5 4.5'],
  off: ['M12 3.5V11', 'M17.5 7a7.5 7.5 0 1 1-11 0'],
  close: ['M6.5 6.5l11 11', 'M17.5 6.5l-11 11'],
} as const;

export type IconName = keyof typeof ICONS;

/** Draws an icon out of elements: a page's Trusted Types have nothing to object to. */
export function drawIcon(document: Document, name: IconName, size: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg') as SVGElement;
  for (const [attribute, value] of Object.entries({ viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true' })) {
    svg.setAttribute(attribute, String(value));
  }
  for (const stroke of ICONS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', stroke);
    svg.append(path);
  }
  return svg;
}
