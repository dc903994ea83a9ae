import { generic } from './helpdesks/generic.ts';
import type { OpenPlace } from './open-place.ts';

function shapeOf(url: URL): string {
  return `${url.host}${url.pathname}${url.search}`.replace(/\d+/g, '0');
}

/** Whether a link leads to another ticket of the same helpdesk. */
export function leadsElsewhere(link: Element, { helpdesk, ticket, url: page }: OpenPlace): boolean {
  const href = link.getAttribute('href') ?? '';
  if (!URL.canParse(href, page.href)) return false;
  const target = new URL(href, page.href);
  if (target.origin !== page.origin || target.href === page.href) return false;
  // A place on this page, where addresses name tickets by their paths.
  if (page.hash === '' && target.pathname + target.search === page.pathname + page.search) return false;
  const isTicket = helpdesk.id !== generic.id || (shapeOf(target) === shapeOf(page) && /\d/.test(target.pathname + target.search));
  const key = isTicket ? helpdesk.ticketKey(target) : undefined;
  return key !== undefined && key !== ticket;
}

/** Whether a link leads to another site. */
export function leavesSite(link: Element, page: URL): boolean {
  const href = link.getAttribute('href') ?? '';
  return /^(?:https?:)?\/\//i.test(href) && URL.parse(href, page.href)?.origin !== page.origin;
}

/** Whether a link is all that a box says. */
export function isAllOf(link: Element, box: Element | null | undefined): boolean {
  return link.textContent?.trim() === box?.textContent?.trim();
}
