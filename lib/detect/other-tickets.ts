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

/** The heading that `element` stands under inside its parent; `undefined`: there is none. */
function findHeading(element: Element): Element | undefined {
  let one = element.previousElementSibling;
  for (let step = 0; one && step < MAX_STEPS; step += 1) {
    if (one.matches(HEADING)) return one;
    one = one.previousElementSibling;
  }
  return undefined;
}

/** Whether a heading over `element`, or the name of a box around it, says that other tickets stand there. */
function isUnderOthers(element: Element): boolean {
  for (let box: Element | null = element; box && box.localName !== 'body'; box = box.parentElement) {
    const heading = findHeading(box)?.textContent ?? '';
    if (namesOtherTickets(box.getAttribute('aria-label') ?? '') || namesOtherTickets(heading)) return true;
  }
  return false;
}

/**
 * Whether `element` belongs to another ticket: under a heading that says so, inside a link to one, or in a list whose items lead to others.
 * One item with a link to another ticket is a message that mentions it.
 */
export function isOfOtherTicket(element: Element, helpdesk: Helpdesk, ticket: string, page: URL): boolean {
  const leads = (link: Element) => leadsElsewhere(link, helpdesk, ticket, page);
  const link = element.closest('a[href]');
  if ((link && leads(link)) || isUnderOthers(element)) return true;
  const item = element.closest(ITEM);
  const hasLead = (one: Element) => [...one.querySelectorAll('a[href]')].slice(0, 20).some(leads);
  if (!item || !hasLead(item)) return false;
  const siblings = [...(item.parentElement?.children ?? [])].filter((one) => one.localName === item.localName).slice(0, 20);
  return siblings.length > 1 && siblings.filter(hasLead).length > siblings.length / 2;
}
