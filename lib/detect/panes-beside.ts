/** What sets tickets apart in the id of a pane. */
const NUMBER = /\d+/g;

/** Whether two elements are made alike: by most of their classes, by ids that differ in a number only, or by their role. */
function isAlike(one: Element, other: Element): boolean {
  if (one.localName !== other.localName) return false;
  const all = new Set([...one.classList, ...other.classList]);
  const shared = [...one.classList].filter((name) => other.classList.contains(name));
  if (all.size > 0) return shared.length * 2 >= all.size;
  const isNumbered = /\d/.test(one.id) && one.id.replace(NUMBER, '') === other.id.replace(NUMBER, '');
  const role = one.getAttribute('role');
  return isNumbered || (role !== null && role === other.getAttribute('role'));
}

/** The panes of other tickets, mounted beside the open one's: made like it, beside it or anywhere in the document. */
export function listPanesBeside(panes: readonly Element[]): ReadonlySet<Element> {
  const beside = new Set<Element>();
  for (const pane of panes) {
    const named = [...pane.classList].flatMap((name) => [...pane.ownerDocument.getElementsByClassName(name)]);
    for (const other of [...(pane.parentElement?.children ?? []), ...named]) {
      const isApart = panes.every((one) => !one.contains(other) && !other.contains(one));
      if (isApart && isAlike(pane, other)) beside.add(other);
    }
  }
  return beside;
}
