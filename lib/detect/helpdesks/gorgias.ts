import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Gorgias. Class names are hashed; addresses as of 2026-11. */
export const gorgias: Helpdesk = {
  id: 'gorgias',
  name: 'Gorgias',
  recognises: onHosts('gorgias.com'),
  ticketKey: keyIn(/^\/app\/ticket\/(\d+)/, /^\/app\/(?:views|tickets)\/[^/]+\/(\d+)/),
  exclude: '[class*="ticket-list"],[class*="customer-timeline"]',
};
