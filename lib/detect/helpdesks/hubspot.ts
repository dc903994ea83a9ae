import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** HubSpot: help desk, ticket records, conversations inbox. Anchors last known good 2026-11. */
export const hubspot: Helpdesk = {
  id: 'hubspot',
  name: 'HubSpot',
  recognises: onHosts('hubspot.com'),
  ticketKey: keyIn(/\/record\/0-5\/(\d+)/, /\/ticket\/(\d+)/, /^\/live-messages\/\d+\/inbox\/(\d+)/),
  // A preview panel puts a second record on the page; the help desk lists other tickets.
  exclude:
    '[data-layer-for="Panel"],[class*="sidebar-preview-panel"],[data-test-id*="preview-panel"],[data-test-id*="ticket-list"],[data-test-id*="thread-list"]',
  isOwnWord: true,
  fieldName: 'data-selenium-test',
};
