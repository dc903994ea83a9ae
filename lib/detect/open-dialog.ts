import { isSeen } from './is-visible.ts';
import { namesOf } from './names-of.ts';
import type { TicketNames } from './ticket-names.ts';

export const DIALOGS = '[role="dialog"],dialog[open]';
/** A question to the agent, or a notice about cookies, takes up less of the window. */
const LARGE = 0.3;

function isLarge(dialog: Element): boolean {
  const { width, height } = dialog.getBoundingClientRect();
  const { innerWidth = 0, innerHeight = 0 } = dialog.ownerDocument.defaultView ?? {};
  return width * height > LARGE * innerWidth * innerHeight;
}

/** The dialog that the ticket is open in, over others: it is called after the ticket, or large with the page's `heading` in it. */
export function findOpenDialog(
  dialogs: readonly Element[],
  { holdsOwn }: TicketNames,
  heading: Element | undefined,
): Element | undefined {
  const isNamed = (dialog: Element) =>
    [...namesOf(dialog), dialog.querySelector('h2,h3,[role="heading"]')?.textContent ?? ''].some(holdsOwn);
  const holds = (dialog: Element) => heading !== undefined && dialog.contains(heading) && isLarge(dialog);
  return dialogs.find((dialog) => isSeen(dialog) && (isNamed(dialog) || holds(dialog)));
}

/** Whether a large dialog lies over `box`, whatever is open in it. */
export function isBehindDialog(box: Element): boolean {
  return [...box.ownerDocument.querySelectorAll(DIALOGS)].some(
    (dialog) => !dialog.contains(box) && !box.contains(dialog) && isSeen(dialog) && isLarge(dialog),
  );
}
