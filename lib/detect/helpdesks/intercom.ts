import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** Intercom's inbox. No stable anchor of the stream is published; addresses as of 2026-11. */
export const intercom: Helpdesk = {
  id: 'intercom',
  name: 'Intercom',
  recognises: onHosts('app.intercom.com', 'app.intercom.io', 'app.eu.intercom.com', 'app.au.intercom.com'),
  ticketKey: keyIn(/^\/a\/(?:inbox|apps)\/.*\/conversations?\/(\d+)/),
  // Previews in the list beside the conversation are other customers.
  exclude: '[data-inbox-conversation-list],[class*="conversation-list"],[class*="conversation__card"],[data-conversation-list]',
  isOwnWord: true,
};
