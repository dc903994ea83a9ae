import type { Helpdesk } from './helpdesk.ts';
import { generic } from './helpdesks/generic.ts';
import { namesOtherTickets } from './name-other-tickets.ts';

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

const HEADING = 'h2,h3,h4,h5,h6,header,legend,summary,caption,[role="heading"],[class*="title" i],[class*="header" i]';
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

function isNamedOther(box: Element): boolean {
  return namesOtherTickets(box.getAttribute('aria-label') ?? '') || namesOtherTickets(findHeading(box)?.textContent ?? '');
}

/** Whether a heading over `element`, or the name of a box around it, says that other tickets stand there. */
function isUnderOthers(element: Element, known: KnownBoxes): boolean {
  const path: Element[] = [];
  let isOther = false;
  for (let box: Element | null = element; box && box.localName !== 'body' && path.length < MAX_DEPTH; box = box.parentElement) {
    const before = known.get(box);
    isOther = before ?? isNamedOther(box);
    if (before !== undefined || isOther) break;
    path.push(box);
  }
  for (const box of path) known.set(box, isOther);
  return isOther;
}

/**
 * Whether `element` belongs to another ticket: under a heading that says so, inside a link to one, or in a list whose items lead to others.
 * One item with a link to another ticket is a message that mentions it.
 */
export function isOfOtherTicket(element: Element, helpdesk: Helpdesk, ticket: string, page: URL, known: KnownBoxes): boolean {
  const leads = (link: Element) => leadsElsewhere(link, helpdesk, ticket, page);
  const link = element.closest('a[href]');
  if ((link && leads(link)) || isUnderOthers(element, known)) return true;
  const item = element.closest(ITEM);
  const hasLead = (one: Element) => [...one.querySelectorAll('a[href]')].slice(0, 20).some(leads);
  if (!item || !hasLead(item)) return false;
  const siblings = [...(item.parentElement?.children ?? [])].filter((one) => one.localName === item.localName).slice(0, 20);
  return siblings.length > 1 && siblings.filter(hasLead).length > siblings.length / 2;
}
