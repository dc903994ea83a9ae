import type { NewTicket } from './request-tracker-files.ts';

/** Tickets as a chatbot's hand-over makes them. */
export const TICKETS = {
  /** The id stands in the text of the mail. */
  inText: {
    subject: 'Chat handed over: where is my parcel?',
    text: [
      'A customer asked for a person in the chat.',
      '',
      'Customer: Kari Nordmann',
      'Order: 100482',
      'Conversation ID: 255762',
      '',
      'Please answer by mail.',
    ].join('\n'),
  },
  /** The id stands in a custom field. */
  inField: {
    subject: 'Chat handed over: change of address',
    text: 'The chatbot could not change the address of order 100517.',
    conversationId: '2555100',
  },
  /** Numbers, but no conversation. */
  none: {
    subject: 'Invoice 2026-4417',
    text: 'Hello,\n\ninvoice 2026-4417 over 1249.00 was paid on 2026-11-12, account 1503 48 22610. Please confirm.\n\nTel. +47 22 41 80 00',
  },
  /** Two conversations of one customer. */
  two: {
    subject: 'Two chats, one question',
    text: [
      'The customer wrote twice.',
      '',
      'SocialBoards ticket: https://inbox.socialboards.com/harbor/tickets?ticketId=255762',
      'MAAX AI conversation_id: 48213',
    ].join('\n'),
  },
} as const satisfies Record<string, NewTicket>;
