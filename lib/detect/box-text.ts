const ELEMENT = 1;
const TEXT = 3;

/** The text of a box of no more than `max` characters, a space between its elements; undefined: it has more. */
export function readBoxText(box: Element, max: number): string | undefined {
  if ((box.textContent ?? '').length > max) return undefined;
  const parts: string[] = [];
  const take = (node: Node): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === TEXT) parts.push((child as Text).data);
      else if (child.nodeType === ELEMENT) {
        parts.push(' ');
        take(child);
        parts.push(' ');
      }
    }
  };
  take(box);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
