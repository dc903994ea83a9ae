import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Crisp. Addresses as of 2026-11; no anchors published. */
export const crisp: Helpdesk = {
  id: 'crisp',
  name: 'Crisp',
  recognises: onHosts('app.crisp.chat'),
  ticketKey: keyIn(/\/inbox\/(session_[0-9a-f-]+)/),
  exclude: '[class*="conversation-menu"],[class*="conversations-list"],[class*="conversation-list"]',
  isOwnWord: true,
};
