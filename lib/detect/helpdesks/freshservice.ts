import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Freshservice. Anchors last known good 2026-11. */
export const freshservice: Helpdesk = {
  id: 'freshservice',
  name: 'Freshservice',
  recognises: onHosts('freshservice.com'),
  ticketKey: keyIn(/^\/(?:a|helpdesk)\/tickets\/((?:[A-Z]+-)?\d+)/),
  exclude: '[class*="recent-tickets"]',
  shownNumber: '[data-test-id="ticket-human-display-id"]',
};
