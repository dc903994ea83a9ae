import { CELLS } from './find-cells.ts';
import type { Helpdesk } from './helpdesk.ts';
import { generic } from './helpdesks/generic.ts';
import { isOtherTicketsLine, namesOtherTickets, namesTickets } from './name-other-tickets.ts';
import { namesOf } from './names-of.ts';

const ITEM = 'li,tr,[role="row"],[role="option"],[role="listitem"],[role="article"],article';

function shapeOf(url: URL): string {
  return `${url.host}${url.pathname}${url.search}`.replace(/\d+/g, '0');
}

function leadsElsewhere(link: Element, helpdesk: Helpdesk, ticket: string, page: URL): boolean {
  const href = link.getAttribute('href') ?? '';
  if (!URL.canParse(href, page.href)) return false;
  const target = new URL(href, page.href);
  if (target.origin !== page.origin || target.href === page.href) return false;
  const isTicket = helpdesk.id !== generic.id || (shapeOf(target) === shapeOf(page) && /\d/.test(target.pathname + target.search));
  const key = isTicket ? helpdesk.ticketKey(target) : undefined;
  return key !== undefined && key !== ticket;
}

const TITLE = 'h2,h3,h4,h5,h6,[role="heading"],[class*="title" i]';
const HEADING = `${TITLE},header,legend,summary,caption,[class*="header" i]`;
const LIST = '[role="list"],[role="listbox"],[role="feed"]';
/** How pages mark lists, glimpses and what floats over the ticket. */
const OTHER_MARK =
  /(?:ticket|case|issue|conversation|inbox|request)s?[-_ ]?(?:list|queue|preview|snippet)|(?:ticket|case|conversation)s[-_ ]?grid|(?:recent|related|other|previous|past|linked|similar)[-_ ]?(?:ticket|case|issue|conversation|request)(?!s?[-_ ]?(?:id|n))|(?:popover|hover-?card|toast)(?:\s|$)|(?:^|\s)tooltip(?:\s|$)/i;
const MARKS = ['class', 'id', 'role', 'data-test-id', 'data-testid'];
const MAX_CARD = 200;
const MAX_CARD_DEPTH = 4;
const MAX_LINE_PARTS = 4;
const MAX_STEPS = 40;
const MAX_DEPTH = 200;

/** The heading that `element` stands under inside its parent; `undefined`: there is none. */
function findHeading(element: Element): Element | undefined {
  let one = element.previousElementSibling;
  for (let step = 0; one && step < MAX_STEPS; step += 1) {
    if (one.matches(HEADING)) return one;
    one = one.previousElementSibling;
  }
  return undefined;
}

/** What a scan knows of boxes already: many numbers of a page stand in the same ones. */
export type KnownBoxes = Map<Element, boolean>;

function leavesSite(link: Element, page: URL): boolean {
  const href = link.getAttribute('href') ?? '';
  return /^(?:https?:)?\/\//i.test(href) && URL.parse(href, page.href)?.origin !== page.origin;
}

function isAllOf(link: Element, box: Element | null | undefined): boolean {
  return link.textContent?.trim() === box?.textContent?.trim();
}

/** The open ticket may stand in a box that is named after the list in it. */
function isMarkedOther(box: Element): boolean {
  const marks = MARKS.map((name) => box.getAttribute(name)).join(' ');
  return OTHER_MARK.test(marks) && !box.querySelector('h1,main,textarea');
}

/** A ticket's own subject may say as much. */
function announces(line: Element | null | undefined, isAnnouncing: (text: string) => boolean): boolean {
  const text = line?.textContent?.trim() ?? '';
  return isAnnouncing(text) && !line?.ownerDocument.title.includes(text);
}

function isNamedOther(box: Element, leads: (link: Element) => boolean): boolean {
  const names = namesOf(box);
  if (isMarkedOther(box) || names.some(namesOtherTickets) || (box.matches(LIST) && names.some(namesTickets))) return true;
  const [heading, line] = [findHeading(box), box.previousElementSibling];
  const isShort = (line?.getElementsByTagName('*').length ?? 0) < MAX_LINE_PARTS;
  if (announces(heading, namesOtherTickets) || (isShort && announces(line, isOtherTicketsLine))) return true;
  // A bar of buttons leads to the next ticket; a title that does is that ticket's.
  const link = heading?.matches(TITLE) && heading.querySelector('a[href]');
  return !!link && isAllOf(link, heading) && leads(link);
}

/** Whether a heading over `element`, or the name of a box around it, says that other tickets stand there. */
function isUnderOthers(element: Element, leads: (link: Element) => boolean, known: KnownBoxes): boolean {
  const path: Element[] = [];
  let isOther = false;
  for (let box: Element | null = element; box && box.localName !== 'body' && path.length < MAX_DEPTH; box = box.parentElement) {
    const before = known.get(box);
    isOther = before ?? isNamedOther(box, leads);
    if (before !== undefined || isOther) break;
    path.push(box);
  }
  for (const box of path) known.set(box, isOther);
  return isOther;
}

/** Whether a small box around `element` begins with a link to another ticket, as a card does. */
function isOnCard(element: Element, leads: (link: Element) => boolean): boolean {
  let box: Element | null = element;
  for (let climb = 0; box && climb < MAX_CARD_DEPTH; climb += 1) {
    const first = box.firstElementChild;
    // A box may be large: its text is asked for where it matters.
    if (first?.matches('a[href]') && leads(first)) {
      const text = box.textContent?.trim() ?? '';
      return text.length <= MAX_CARD && text.startsWith(first.textContent?.trim() || '-');
    }
    box = box.parentElement;
  }
  return false;
}

/**
 * Whether `element` belongs to another ticket: under a heading that says so, inside a link to one, or in a list whose items lead to others.
 * One item with a link to another ticket is a message that mentions it.
 */
export function isOfOtherTicket(element: Element, helpdesk: Helpdesk, ticket: string, page: URL, known: KnownBoxes): boolean {
  const leads = (link: Element) => leadsElsewhere(link, helpdesk, ticket, page);
  const link = element.closest('a[href],button,[role="button"],[role="link"]');
  const item = element.closest(ITEM);
  // An item that is a link as a whole is a glimpse of what it opens.
  const isGlimpse = link && item && isAllOf(link, item) && !leavesSite(link, page) && /\p{L}/u.test(link.textContent ?? '');
  if (isGlimpse || (link && leads(link)) || isUnderOthers(element, leads, known)) return true;
  if (isOnCard(element, leads)) return true;
  const listLeads = (one: Element) => [...one.querySelectorAll('a[href]')].slice(0, 20).filter(leads);
  const hasLead = (one: Element) => listLeads(one).length > 0;
  if (!item || !hasLead(item)) return false;
  // Under names of columns, a cell that is all link says whose row it is.
  const isTabled = item.closest('table,[role="grid"]')?.querySelector('thead,th+th,[role="columnheader"]') != null;
  if (isTabled && listLeads(item).some((one) => isAllOf(one, one.closest(CELLS)))) return true;
  const siblings = [...(item.parentElement?.children ?? [])].filter((one) => one.localName === item.localName).slice(0, 20);
  return siblings.length > 1 && siblings.filter(hasLead).length > siblings.length / 2;
}
