import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Missive: the conversation is in the hash. Addresses as of 2026-11; no anchors published. */
export const missive: Helpdesk = {
  id: 'missive',
  name: 'Missive',
  recognises: onHosts('mail.missiveapp.com'),
  ticketKey: keyIn(/#.*\/?conversations\/([0-9a-f-]{36})/),
  exclude: '[class*="conversation-list"],[class*="conversations-list"]',
  isOwnWord: true,
};
