import { byMark, keyIn, within } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Request Tracker 5 and 6: any host, any sub-path. Anchors as in rt-5.0.3 and the 6 trunk, 2026-11. */
export const requestTracker: Helpdesk = {
  id: 'request-tracker',
  name: 'Request Tracker',
  recognises: byMark(
    /\/(?:Ticket|Search|Dashboards|m)\/|\/index\.html/,
    '#rt-header-container,.ticket-summary,.ticket-info-basics',
  ),
  ticketKey: keyIn(/\/(?:Ticket\/\w+\.html|m\/ticket\/\w+)\?(?:.*[&;])?id=(\d+)/),
  scope: within('#body'),
  // The editable copy of each field; links to other tickets.
  exclude: '.inline-edit,.ticket-info-links,.quicksearch,#page-menu',
};
