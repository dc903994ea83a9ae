import { within } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

const PANE = '.ticket-panes-grid-layout';

/** Every open ticket stays mounted; the pane that holds the ticket's own number is the one. */
function findKeyed(document: Document, key: string): readonly Element[] {
  const carriers = document.querySelectorAll(
    `:is([data-ticket-id="${key}"],[data-side-conversations-anchor-id="${key}"]):not(header *)`,
  );
  return [...carriers].map((carrier) => carrier.closest(`${PANE},#main_panes > *`) ?? carrier);
}

/** Zendesk Support, Agent Workspace and before. Anchors last known good 2026-11. */
export const zendesk: Helpdesk = {
  id: 'zendesk',
  name: 'Zendesk',
  recognises: (url) => /(?:^|\.)zendesk\.com$/.test(url.hostname) && url.pathname.startsWith('/agent'),
  ticketKey: (url) => /^\/agent\/tickets\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1],
  keyedScope: findKeyed,
  scope: within(`${PANE}[data-is-active="true"],${PANE}.active`),
  // The customer's other tickets, side conversations' lists, the header's tabs.
  exclude:
    '[data-test-id*="interaction-history"],[data-test-id*="customer-context-events"],[data-test-id="header-tab"],[data-test-id*="related-tickets"],[data-test-id*="ticket-preview"]',
};
