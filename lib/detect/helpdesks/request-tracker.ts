import type { Helpdesk } from '../helpdesk.ts';

const PATH = /\/(?:Ticket\/[A-Za-z]+\.html|m\/ticket\/[a-z]+)$/;

/** Request Tracker 5 and 6: any host, any sub-path. Anchors as in rt-5.0.3 and the 6 trunk, 2026-11. */
export const requestTracker: Helpdesk = {
  id: 'request-tracker',
  name: 'Request Tracker',
  recognises: (url, document) =>
    PATH.test(url.pathname) && (document?.querySelector('#rt-header-container,.ticket-summary') ?? true) !== null,
  ticketKey: (url) => (PATH.test(url.pathname) ? (/^\d+$/.exec(url.searchParams.get('id') ?? '')?.[0] ?? undefined) : undefined),
  scope: (document) => [...document.querySelectorAll('#body,.main-container > #body')],
  // The editable copy of each field; links to other tickets.
  exclude: '.inline-edit,.ticket-info-links,.quicksearch,#page-menu,#li-page-menu',
};
