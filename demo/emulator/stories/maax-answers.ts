/** The list of messages with roles and ISO times: the likeliest shape. */
export const INVOICE_QUESTION = {
  conversation_id: 48213,
  messages: [
    {
      id: 1,
      role: 'user',
      name: 'Daniel Okafor',
      content: 'Hello, I was charged twice for November. Can you check?',
      created_at: '2026-11-20T09:14:02Z',
    },
    {
      id: 2,
      role: 'assistant',
      content: "Hi Daniel! I'm sorry about that. Could you tell me the last four digits of the card, please?",
      created_at: '2026-11-20T09:14:06Z',
    },
    { id: 3, role: 'user', name: 'Daniel Okafor', content: '4471', created_at: '2026-11-20T09:14:31Z' },
    {
      id: 4,
      role: 'assistant',
      content:
        'Thank you. I see two payments of €49.00, on 3 and 4 November, both for the plan "Team". The second one looks like a retry after a time-out.',
      created_at: '2026-11-20T09:14:36Z',
    },
    {
      id: 5,
      role: 'user',
      name: 'Daniel Okafor',
      content: 'Right, on the 3rd the page hung and I pressed the button again.\nSo I get the second one back?',
      created_at: '2026-11-20T09:15:20Z',
    },
    {
      id: 6,
      role: 'assistant',
      content: 'I am not able to refund payments myself. I have asked a colleague of the billing team to look at it today.',
      created_at: '2026-11-20T09:15:25Z',
    },
    { id: 7, role: 'system', content: 'Conversation handed over to billing', created_at: '2026-11-20T09:15:26Z' },
    {
      id: 8,
      role: 'agent',
      name: 'Sofia Marin',
      content:
        'Hi Daniel, Sofia from billing. The second payment is on its way back to your card, reference RFD-5520931. It takes 3 to 5 working days.',
      created_at: '2026-11-20T11:02:48Z',
    },
    {
      id: 9,
      role: 'user',
      name: 'Daniel Okafor',
      content: 'Perfect, thanks Sofia. Could I have the corrected invoice as well? billing@okafor-design.example',
      created_at: '2026-11-20T11:05:10Z',
    },
    {
      id: 10,
      role: 'agent',
      name: 'Sofia Marin',
      content: 'Of course, you find it here: https://billing.example/invoices/2026-11-0447',
      created_at: '2026-11-20T11:07:33Z',
    },
  ],
};

/** Questions with their answers. */
export const ROOM_CHANGE = {
  data: {
    history: [
      {
        question: 'Hi, can we still change our booking HB-77120 from two single rooms to a double?',
        answer: 'Yes, until three days before arrival. Shall I look whether a double is free from 4 to 7 December?',
        timestamp: 1795165260,
      },
      {
        question: 'Yes please',
        answer: 'There is one, on the third floor with a view of the garden. It is €18 a night less than the two singles.',
        timestamp: 1795165321,
      },
      {
        question: 'Great. And is breakfast still included?',
        answer: 'It is. Breakfast is served from 6:30 to 10:30, at weekends until 11.',
        timestamp: 1795165388,
      },
      {
        question: 'Then please change it. Do I get a new confirmation?',
        answer: 'I have passed this to the front desk, they will send you one by mail today.',
        timestamp: 1795165460,
      },
    ],
  },
};

/** MAAX's default output is HTML. */
export const HEAT_PUMP_HELP = {
  messages: [
    { id: 'a1', sender_type: 'prospect', text: 'My heat pump shows E4 and blows cold air', sent_at: '2026-11-21T18:22:10' },
    {
      id: 'a2',
      sender_type: 'ai',
      text: '<p>Hello! <strong>E4</strong> means that the outdoor unit is icing up. Please try this first:</p><ol><li>Switch the unit off at the remote control</li><li>Wait for <em>30 minutes</em></li><li>Switch it on again, on <strong>heating</strong></li></ol><p>The manual with pictures: <a href="https://support.varmt.example/e4">What to do about E4</a></p>',
      sent_at: '2026-11-21T18:22:19',
    },
    {
      id: 'a3',
      sender_type: 'prospect',
      text: 'I did that twice today <3 hours apart, still cold',
      sent_at: '2026-11-21T18:25:47',
    },
    {
      id: 'a4',
      sender_type: 'ai',
      text: '<p>Then a technician should look at it. The next free times:</p><table><tbody><tr><td>Tue 24 Nov</td><td>8 – 10</td></tr><tr><td>Wed 25 Nov</td><td>12 – 14</td></tr></tbody></table><p>Which one suits you?</p>',
      sent_at: '2026-11-21T18:25:55',
    },
    { id: 'a5', sender_type: 'prospect', text: 'Tuesday. Please ring twice, the bell is weak', sent_at: '2026-11-21T18:27:30' },
    {
      id: 'a6',
      sender_type: 'ai',
      text: '<p>Booked for <b>Tuesday, 24 November, 8 – 10</b>.<br>The technician will ring twice.</p>',
      sent_at: '2026-11-21T18:27:38',
    },
  ],
};

/** The only body that the page documents; it belongs to a call that sends. */
export const SEND_RECEIPT = { incoming_message_id: 9120477 };

/** Directions and epoch milliseconds, below `data`. */
export const DIRECTIONS = {
  data: {
    messages: [
      {
        uuid: 'd-1',
        direction: 'incoming',
        sender_name: 'Priya Nair',
        body: 'Does the course start in January?',
        timestamp: 1795254400000,
      },
      { uuid: 'd-2', direction: 'outgoing', body: 'Yes, on 11 January. There are 4 places left.', timestamp: 1795254409000 },
      { uuid: 'd-3', direction: 'outgoing', is_ai: false, sender_name: 'Ben', body: 'Three by now :)', timestamp: 1795254580000 },
    ],
  },
};

/** The root as the list, the newest first, seconds as strings. */
export const NEWEST_FIRST = [
  { message_id: 73, from: 'assistant', message: 'You are welcome!', time: '1795244520' },
  { message_id: 72, from: 'user', message: 'Thanks', time: '1795244500' },
  { message_id: 71, from: 'assistant', message: 'We are open until 18:00.', time: '1795244460' },
  { message_id: 70, from: 'user', message: 'How long are you open today?', time: '1795244400' },
];

/** Flags, authors as objects, the list inside `conversation`. */
export const FLAGS = {
  conversation: {
    id: 48219,
    history: [
      {
        is_ai: false,
        author: { first_name: 'Mia', last_name: 'Berg' },
        message_content: 'Where is my order 10077?',
        date: '2026-11-18 10:00:00+00:00',
      },
      { is_ai: true, message_content: 'It was handed to the carrier this morning.', date: '2026-11-18 10:00:04+00:00' },
    ],
  },
};

export const EMPTY = { results: [] };
