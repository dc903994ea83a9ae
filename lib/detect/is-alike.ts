/** Whether two boxes are of one kind by their marks. */
export function isAlike(one: Element, other: Element): boolean {
  return (
    one.localName === other.localName &&
    one.className === other.className &&
    one.getAttribute('role') === other.getAttribute('role')
  );
}
