import type { Helpdesk } from './helpdesk.ts';
import { generic } from './helpdesks/generic.ts';

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

/**
 * Whether `element` belongs to another ticket: inside a link to one, or in a list whose items lead to others.
 * One item with a link to another ticket is a message that mentions it.
 */
export function isOfOtherTicket(element: Element, helpdesk: Helpdesk, ticket: string, page: URL): boolean {
  const leads = (link: Element) => leadsElsewhere(link, helpdesk, ticket, page);
  const link = element.closest('a[href]');
  if (link && leads(link)) return true;
  const item = element.closest(ITEM);
  const hasLead = (one: Element) => [...one.querySelectorAll('a[href]')].slice(0, 20).some(leads);
  if (!item || !hasLead(item)) return false;
  const siblings = [...(item.parentElement?.children ?? [])].filter((one) => one.localName === item.localName).slice(0, 20);
  return siblings.length > 1 && siblings.filter(hasLead).length > siblings.length / 2;
}
