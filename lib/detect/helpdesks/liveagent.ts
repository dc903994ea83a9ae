import { keyIn, onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** LiveAgent: the ticket is in the hash. Anchors last known good 2026-11. */
export const liveagent: Helpdesk = {
  id: 'liveagent',
  name: 'LiveAgent',
  recognises: onHosts('ladesk.com'),
  ticketKey: keyIn(/#(?:Conversation|Ticket)[^#]*?[;,=/]([a-z0-9-]{3,40})(?![\w=-])/i),
  shownNumber: '#conversation-code-label,.CodeLabel',
  isOwnWord: true,
};
