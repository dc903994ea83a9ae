import { byMark, keyIn, within } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** GLPI 10 and 11. Anchors from its own templates, 2026-11. */
export const glpi: Helpdesk = {
  id: 'glpi',
  name: 'GLPI',
  recognises: byMark(
    /\/front\/\w+(?:\.form)?\.php/,
    '#itil-object-container,body.horizontal-layout,body.vertical-layout,[data-glpi-plugins],.search-results,.search_page,#page.legacy',
  ),
  ticketKey: keyIn(/\/front\/ticket\.form\.php\?(?:.*&)?id=(\d+)/),
  scope: within('#itil-object-container,.itil-right-side,#itil-data'),
  exclude: '.edit-content,#linked_tickets,[data-linked-items]',
};
