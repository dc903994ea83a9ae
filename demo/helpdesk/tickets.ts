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
    subject: 'Jacket with a broken zip, exchanged in the shop',
    requester: { name: 'Ingrid Solberg', mail: 'ingrid.solberg@post.example' },
    status: 'New',
    priority: 'High',
    channel: 'Live chat',
    tags: ['exchange', 'chat'],
    minutesAgo: 6,
    conversationId: '255762',
    mails: [
      {
        from: 'Ingrid Solberg',
        kind: 'mail',
        minutesAgo: 6,
        paragraphs: [
          ['Hello,'],
          ['thanks again for the quick help in the chat. I collected the new jacket in Bergen as we agreed, it fits.'],
          [
            'Today a mail came that asks me to send the old one back by post within 14 days. I left it at the counter, as your colleague told me to. Can you put that right, please?',
          ],
          ['Best regards\nIngrid'],
        ],
      },
    ],
  },
  {
    number: 1043,
    subject: 'Charged twice for November',
    requester: { name: 'Daniel Okafor', mail: 'daniel.okafor@example.com' },
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
        from: 'Daniel Okafor',
        kind: 'mail',
        minutesAgo: 19,
        paragraphs: [['As I told your bot, one of the two payments was a retry after the page hung. When do I get it back?']],
      },
    ],
  },
  {
    number: 1044,
    subject: 'Locker code does not work',
    requester: { name: 'Tomasz Zieliński', mail: 'tomasz.z@poczta.example' },
    status: 'Open',
    priority: 'High',
    channel: 'E-mail',
    tags: ['delivery', 'locker'],
    minutesAgo: 58,
    mails: [
      {
        from: 'Tomasz Zieliński',
        kind: 'mail',
        minutesAgo: 71,
        paragraphs: [
          ['Hi,'],
          [
            'I closed the chat window, so I write here. The parcel is still in the locker and tomorrow is the birthday. If it is easier, please have it brought to our hotel.',
          ],
          ['Thank you\nTomasz'],
        ],
      },
      {
        from: 'Maja Berg',
        kind: 'note',
        minutesAgo: 58,
        paragraphs: [
          ['The chat he means: ', { text: inboxLink, href: inboxLink }],
          ['The hotel is in what he asked the booking bot, MAAX conversation ID: 48214'],
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
    subject: 'Group order: what did we agree on?',
    requester: { name: 'Amira Haddad', mail: 'amira@turlaget-nord.example' },
    status: 'Open',
    priority: 'Low',
    channel: 'Live chat',
    tags: ['club', 'chat'],
    minutesAgo: 190,
    mails: [
      {
        from: 'Amira Haddad',
        kind: 'mail',
        minutesAgo: 190,
        paragraphs: [
          ['Hello again,'],
          [
            'the board has met and we want to order for the whole season. Over the months we have agreed on a good deal of things in the chat, from prices to who may collect.',
          ],
          ['SocialBoards conversation ID: 4478963'],
          ['Could you sum up the prices we settled on?'],
        ],
      },
    ],
  },
  {
    number: 1047,
    subject: 'Chat closed before I could answer',
    requester: { name: 'Kari Nordmann', mail: 'kari.nordmann@example.com' },
    status: 'New',
    priority: 'Normal',
    channel: 'Live chat',
    tags: ['chat'],
    minutesAgo: 320,
    conversationId: '255999',
    mails: [
      {
        from: 'Kari Nordmann',
        kind: 'mail',
        minutesAgo: 320,
        paragraphs: [
          ['The window closed while I was typing. I only wanted to know whether the voucher can still be used after New Year.'],
        ],
      },
    ],
  },
];
