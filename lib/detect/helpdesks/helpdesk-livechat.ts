import { onHosts } from '../describe-helpdesk.ts';
import type { Helpdesk } from '../helpdesk.ts';

/** HelpDesk and LiveChat of text.com. Addresses as of 2026-11. */
export const helpdeskLivechat: Helpdesk = {
  id: 'helpdesk-livechat',
  name: 'HelpDesk / LiveChat',
  recognises: onHosts('app.helpdesk.com', 'my.livechatinc.com'),
  ticketKey: ({ pathname }) => {
    const [, list, key] = /^\/(tickets|chats|archives)\/([A-Za-z0-9]{4,16})/.exec(pathname) ?? [];
    // Lists have names of small letters, tickets have none.
    return list === 'tickets' && !/^[A-Z0-9]{4,10}$/.test(key ?? '') ? undefined : key;
  },
  exclude: '[data-testid*="ticket-list"],[class*="chat-list"]',
};
