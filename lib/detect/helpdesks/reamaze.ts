import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Re:amaze. Addresses as of 2026-11; no anchors published. */
export const reamaze: Helpdesk = {
  id: 'reamaze',
  name: 'Re:amaze',
  recognises: onHosts('reamaze.com'),
  ticketKey: keyIn(/^\/admin\/(?:conversations|chats)\/([^/?#]+)/),
  exclude: '[class*="conversations-list"],[class*="conversation-list"]',
  isOwnWord: true,
};
