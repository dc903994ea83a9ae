/** A piece of a paragraph: text, or a link. */
export type Piece = string | { readonly text: string; readonly href: string };

export interface Mail {
  readonly from: string;
  /** `note` is the desk's own automation, `reply` an agent. */
  readonly kind: 'mail' | 'note' | 'reply';
  readonly minutesAgo: number;
  readonly paragraphs: readonly (readonly Piece[])[];
}

export interface Ticket {
  /** Four digits: never a number that could pass for one of the conversations. */
  readonly number: number;
  readonly subject: string;
  readonly requester: { readonly name: string; readonly mail: string };
  readonly status: 'New' | 'Open' | 'Waiting';
  readonly priority: 'Low' | 'Normal' | 'High';
  readonly channel: string;
  readonly tags: readonly string[];
  readonly minutesAgo: number;
  /** Value of the form control "Conversation ID"; absent: the ticket has no such control. */
  readonly conversationId?: string;
  readonly mails: readonly Mail[];
}

const inboxLink = 'https://inbox.socialboards.com/harbor/tickets?ticketId=2555100';

/** One ticket for each way an id reaches a helpdesk, and one without any. */
export const TICKETS: readonly Ticket[] = [
  {
    number: 1042,
    subject: 'Parcel has not arrived, tracking stands still',
    requester: { name: 'Kari Nordmann', mail: 'kari.nordmann@example.com' },
    status: 'New',
    priority: 'High',
    channel: 'Live chat',
    tags: ['delivery', 'chat'],
    minutesAgo: 6,
    conversationId: '255762',
    mails: [
      {
        from: 'Kari Nordmann',
        kind: 'mail',
        minutesAgo: 6,
        paragraphs: [
          ['Hello,'],
          ['I just spoke with you in the chat about my parcel. You promised to look into it and to write back here.'],
          [
            'The tent is for this weekend, so I would really like to know whether it makes it by Friday. Everything I know is in the chat already.',
          ],
          ['Best regards\nKari'],
        ],
      },
    ],
  },
  {
    number: 1043,
    subject: 'Refund for a returned jacket',
    requester: { name: 'Jonas Lindqvist', mail: 'jonas.lindqvist@example.com' },
    status: 'Open',
    priority: 'Normal',
    channel: 'Chatbot',
    tags: ['refund', 'chatbot'],
    minutesAgo: 23,
    mails: [
      {
        from: 'Hand-over automation',
        kind: 'note',
        minutesAgo: 23,
        paragraphs: [
          ['The chatbot handed this customer over to a person.'],
          ['Reason: refund needs approval\nLanguage: English\nMAAX AI conversation_id: 48213'],
        ],
      },
      {
        from: 'Jonas Lindqvist',
        kind: 'mail',
        minutesAgo: 19,
        paragraphs: [['As I told your bot, the jacket went back two weeks ago. When do I see the money?']],
      },
    ],
  },
  {
    number: 1044,
    subject: 'Charged twice for the same membership',
    requester: { name: 'Amira Haddad', mail: 'amira.haddad@example.com' },
    status: 'Open',
    priority: 'High',
    channel: 'E-mail',
    tags: ['billing', 'membership'],
    minutesAgo: 58,
    mails: [
      {
        from: 'Amira Haddad',
        kind: 'mail',
        minutesAgo: 71,
        paragraphs: [
          ['Hi,'],
          [
            'I have asked twice now, once the bot and once one of you. Both were friendly, neither could stop the second charge. Can somebody please read what I wrote and settle it?',
          ],
          ['Thank you\nAmira'],
        ],
      },
      {
        from: 'Maja Berg',
        kind: 'note',
        minutesAgo: 58,
        paragraphs: [
          ['Live chat in the inbox: ', { text: inboxLink, href: inboxLink }],
          ['Before that she wrote to the bot, MAAX conversation ID: 48214'],
        ],
      },
    ],
  },
  {
    number: 1045,
    subject: 'Invoice 2026-4417 paid twice?',
    requester: { name: 'Fjord Kontor AS', mail: 'accounts@fjordkontor.example' },
    status: 'Waiting',
    priority: 'Normal',
    channel: 'E-mail',
    tags: ['invoice'],
    minutesAgo: 124,
    mails: [
      {
        from: 'Fjord Kontor AS',
        kind: 'mail',
        minutesAgo: 124,
        paragraphs: [
          ['Good morning,'],
          [
            'invoice 2026-4417 over NOK 12,480.00 of 3 November seems to be booked twice: once on 12 November (voucher 8830142) and once on 14 November (voucher 8830377).',
          ],
          [
            'Our customer number is 7730915, the order is 100482, and the bank reference reads 002644171 / 15034822610. Would you check, please?',
          ],
          ['Kind regards\nAccounts payable, phone +47 22 41 80 00'],
        ],
      },
    ],
  },
  {
    number: 1046,
    subject: 'Tent poles: which spare part fits?',
    requester: { name: 'Tomás Ferreira', mail: 'tomas.ferreira@example.com' },
    status: 'Open',
    priority: 'Low',
    channel: 'Live chat',
    tags: ['spare parts', 'chat'],
    minutesAgo: 190,
    mails: [
      {
        from: 'Tomás Ferreira',
        kind: 'mail',
        minutesAgo: 190,
        paragraphs: [
          ['Hello again,'],
          [
            'we wrote for most of the afternoon and tried a good many things. I have the poles on the table now and the joint still does not fit.',
          ],
          ['SocialBoards conversation ID: 4478963'],
          ['Could you send me the right part number?'],
        ],
      },
    ],
  },
  {
    number: 1047,
    subject: 'Chat closed before I could answer',
    requester: { name: 'Ingrid Solberg', mail: 'ingrid.solberg@example.com' },
    status: 'New',
    priority: 'Normal',
    channel: 'Live chat',
    tags: ['chat'],
    minutesAgo: 320,
    conversationId: '255999',
    mails: [
      {
        from: 'Ingrid Solberg',
        kind: 'mail',
        minutesAgo: 320,
        paragraphs: [
          ['The window closed while I was typing. I only wanted to know whether the voucher can still be used after New Year.'],
        ],
      },
    ],
  },
];
