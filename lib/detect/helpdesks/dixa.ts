import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Dixa. Anchors last known good 2026-11. */
export const dixa: Helpdesk = {
  id: 'dixa',
  name: 'Dixa',
  recognises: onHosts('dixa.com'),
  ticketKey: keyIn(/\/conversation\/(\d+)/),
  exclude: '[class*="conversationList"]',
  isOwnWord: true,
};
