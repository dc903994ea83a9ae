import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Front. Its class names are hashed and no anchor is published; addresses as of 2026-11. */
export const front: Helpdesk = {
  id: 'front',
  name: 'Front',
  recognises: onHosts('app.frontapp.com'),
  ticketKey: keyIn(/\/open\/(cnv_[0-9a-z]+|\d{6,12})/, /^\/inboxes\/.*\/(\d{9,12})(?:\/\d)?(?:[?#]|$)/),
  exclude: '[class*="conversationList"],[class*="conversation-list"]',
  isOwnWord: true,
};
