import { keyIn } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Zoho Desk, also framed in CRM Plus. The prefix of its class names changes; anchors last known good 2026-11. */
export const zohoDesk: Helpdesk = {
  id: 'zoho-desk',
  name: 'Zoho Desk',
  recognises: (url) => /^desk\.(?:zoho\.[a-z.]{2,6}|zohocloud\.ca)$/.test(url.hostname),
  ticketKey: keyIn(/\/tickets\/details\/(\d{6,20})/, /#Cases\/dv\/(\d{6,20})/),
  exclude: '[data-id*="ticketsList"],[class*="listview"]',
  shownNumber: '[class*="ticketsubject-ticketIdText"]',
};
