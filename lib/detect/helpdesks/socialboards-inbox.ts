import type { Helpdesk } from '../helpdesk.ts';

/** SocialBoards' own inbox: a conversation is a ticket, so the open ticket's number is the answer. Address as of 2026-11. */
export const socialboardsInbox: Helpdesk = {
  id: 'socialboards-inbox',
  name: 'SocialBoards',
  recognises: (url) => url.hostname === 'inbox.socialboards.com',
  ticketKey: (url) => {
    const id = url.searchParams.get('ticketId') ?? /[?&]ticketId=([^&#]*)/.exec(url.hash)?.[1];
    return id && /^[1-9]\d{0,18}$/.test(id) ? id : undefined;
  },
  ownProvider: 'socialboards',
};
