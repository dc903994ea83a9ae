import { isSeen } from './is-visible.ts';
import { namesOf } from './names-of.ts';
import { isWithin } from './page.ts';
import type { TicketNames } from './ticket-names.ts';

export const DIALOGS = '[role="dialog"],dialog[open]';
/** A question to the agent, or a notice about cookies, takes up less of the window. */
const LARGE = 0.3;

/** Without layout there is nothing to measure. */
function isLarge(dialog: Element): boolean {
  const { width, height } = dialog.getBoundingClientRect();
  const { innerWidth = 0, innerHeight = 0 } = dialog.ownerDocument.defaultView ?? {};
  const isLaidOut = dialog.ownerDocument.documentElement.getBoundingClientRect().width > 0;
  return !isLaidOut || width * height > LARGE * innerWidth * innerHeight;
}

/**
 * The dialog that the ticket is open in, over others: it is called after the ticket; or it has the page's `heading` in it and one of
 * the numbers that were `found`, as the one to create a ticket has not.
 */
export function findOpenDialog(
  dialogs: readonly Element[],
  { startsWithOwn }: TicketNames,
  heading: Element | undefined,
  found: readonly Node[],
): Element | undefined {
  const isNamed = (dialog: Element) =>
    [...namesOf(dialog), dialog.querySelector('h2,h3,[role="heading"]')?.textContent ?? ''].some(startsWithOwn);
  const holds = (dialog: Element) =>
    heading !== undefined && dialog.contains(heading) && found.some((node) => isWithin(node, dialog));
  return dialogs.findLast((dialog) => isSeen(dialog) && isLarge(dialog) && (isNamed(dialog) || holds(dialog)));
}

/** Whether a large dialog lies over `box`, whatever is open in it. */
export function isBehindDialog(box: Element): boolean {
  return [...box.ownerDocument.querySelectorAll(DIALOGS)].some(
    (dialog) => !dialog.contains(box) && !box.contains(dialog) && isSeen(dialog) && isLarge(dialog),
  );
}
