import { ITEMS, isMessage } from './is-glimpse.ts';

const LIST_ITEM =
  /(?:conversation|ticket|case|chat|thread|inbox|queue|list)(?:[-_]{0,2}(?:item|row|card|entry))?(?:\s|$)|(?:^|\s)(?:item|card)(?:\s|$)/i;
const CURRENT = ['[aria-selected="true"]', '[aria-current]:not([aria-current="false"])'];
const CHILDREN = CURRENT.map((mark) => `:scope > ${mark}`).join();
const ACTIVE = /(?:^|[\s_-])(?:active|selected|current)(?:\s|$)/i;

/** Whether another item of the list that `item` stands in is the one that is open. */
export function isBesideCurrent(item: Element): boolean {
  const list = item.parentElement;
  if (!list || item.matches(CURRENT.join()) || /^(?:tab|tabpanel)$/.test(item.getAttribute('role') ?? '')) return false;
  const isOther = (one: Element) => one !== item && one.localName === item.localName;
  // The browser's own search: a list may have a thousand items.
  if ([...list.querySelectorAll(CHILDREN)].some(isOther)) return true;
  const name = item.className.toString();
  const isItem = (ITEMS.test(item.localName) || LIST_ITEM.test(name)) && !isMessage(item) && !ACTIVE.test(name);
  return isItem && [...list.children].some((one) => isOther(one) && ACTIVE.test(one.className.toString()));
}
