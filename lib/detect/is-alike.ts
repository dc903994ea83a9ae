/** Names that a build, or the item itself, ends a class with: "Row_bc6c09". */
const HASH = /[_-]{1,2}(?=[a-z]*\d)[a-z\d]{5,10}(?=\s|$)/gi;
/** What an item is just now. */
const STATE =
  /(?:^|\s)(?:(?:is|has)-)?(?:active|selected|current|open|unread|read|new|hover|focus|first|last)(?=\s|$)|--[\w-]+(?=\s|$)/gi;

function stemOf(box: Element): string {
  return box.className.toString().replace(HASH, '').replace(STATE, '').trim();
}

/** Whether two boxes are of one kind by their marks. */
export function isAlike(one: Element, other: Element): boolean {
  return (
    one.localName === other.localName &&
    one.getAttribute('role') === other.getAttribute('role') &&
    (one.className === other.className || stemOf(one) === stemOf(other))
  );
}
