import type { SocialBoardsConversation } from '../socialboards-types.ts';
import { BOT, person, tell } from './tell.ts';

const PEOPLE = {
  tomasz: person(22, 'Tomasz Zieliński', 'client', 'tomasz.z@poczta.example'),
  frida: BOT,
};

/** Still waiting for a human: third in the queue. */
export function tellParcelLocker(): SocialBoardsConversation {
  return tell({
    id: 2555100,
    people: PEOPLE,
    firstMessageId: 702_311,
    isTakeoverEnabled: true,
    queue: { position: 3, waitTime: 15 },
    fields: [{ key: 4, value: 'FF-20977' }],
    initialPageUrl: 'https://www.fjellogfjord.example/orders/FF-20977',
    latestPageUrl: 'https://www.fjellogfjord.example/orders/FF-20977',
    lines: [
      ['2026-11-23T08:02:18', 'tomasz', 'Good morning, my parcel should be in the locker since Friday but the code does not work'],
      [
        '2026-11-23T08:02:20',
        'frida',
        "Good morning! I'm Frida, the shop's assistant. Could you give me your order number, please?",
      ],
      ['2026-11-23T08:02:51', 'tomasz', 'FF-20977'],
      [
        '2026-11-23T08:02:54',
        'frida',
        'Thank you. The carrier says: delivered to the locker at Storgata 14 on 20 November, 16:05. The code was sent to the number ending in 41.',
      ],
      [
        '2026-11-23T08:03:47',
        'tomasz',
        'Yes I have this SMS. I typed the code 4 times, the display says "unknown code". There were other people behind me so I left',
      ],
      [
        '2026-11-23T08:03:50',
        'frida',
        'A code is valid for 7 days. You can ask the carrier for a new one here: https://track.postbud.example/parcel/370726205500781412',
      ],
      ['2026-11-23T08:05:29', 'tomasz', 'This page says the parcel is "not found". Are you sure it is the right number?'],
      [
        '2026-11-23T08:05:32',
        'frida',
        "I'm sorry, I can't see more than the carrier tells me. Shall I get a colleague who can call them?",
      ],
      ['2026-11-23T08:05:58', 'tomasz', 'Yes please. It is a birthday present for tomorrow'],
      [
        '2026-11-23T08:06:00',
        'frida',
        'I have put you in the queue: you are number 3, about 15 minutes. You can close this window, we will write to tomasz.z@poczta.example as well.',
      ],
    ],
  });
}
