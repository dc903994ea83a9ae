import { isAlike } from './is-alike.ts';
import { elementOf, isWithin } from './page.ts';

/** A longer list is one of tickets, not a field that holds several ids. */
const MAX_ITEMS = 5;
const MAX_CLIMB = 3;

/** The items of the list that `node`, a label's value, is the first of; `[]`: it is in none. The label stands outside of it. */
export function listItems(node: Node, label: Element): readonly Element[] {
  let item = elementOf(node);
  for (let climb = 0; item && climb < MAX_CLIMB; climb += 1) {
    const list: Element | null = item.parentElement;
    if (!list || isWithin(label, list)) return [];
    const items = [...list.children];
    if (items.length > 1) return items[0] === item && items.length <= MAX_ITEMS && items.every(isLike(item)) ? items : [];
    item = list;
  }
  return [];
}

function isLike(one: Element): (other: Element) => boolean {
  return (other) => isAlike(other, one);
}
