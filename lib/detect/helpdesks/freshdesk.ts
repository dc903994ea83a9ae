import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Freshdesk. Anchors last known good 2026-11; custom domains are read as the generic helpdesk. */
export const freshdesk: Helpdesk = {
  id: 'freshdesk',
  name: 'Freshdesk',
  recognises: onHosts('freshdesk.com'),
  ticketKey: keyIn(/^\/(?:a|helpdesk)\/tickets\/(\d+)/),
  exclude: '[class*="recent-tickets"],[class*="timeline-activities"],[data-test-id*="recent-ticket"]',
  shownNumber: '.breadcrumb__item.active',
};
