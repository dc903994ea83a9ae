import type { SocialBoardsConversation } from '../socialboards-types.ts';
import { BOT, person, tell } from './tell.ts';

const PEOPLE = {
  ingrid: person(21, 'Ingrid Solberg', 'client', 'ingrid.solberg@post.example'),
  frida: BOT,
  marcus: person(31, 'Marcus Lindqvist', 'team', 'marcus@fjellogfjord.example'),
};

/** A return that the bot cannot settle: a human takes over, and the next day it is mended. */
export function tellJacketReturn(): SocialBoardsConversation {
  return tell({
    id: 255762,
    people: PEOPLE,
    firstMessageId: 667_180,
    isTakeoverEnabled: true,
    feedback: { isPositive: true, text: 'Marcus sorted it out in two minutes, thank you!' },
    fields: [{ key: 4, value: 'FF-20418' }],
    initialPageUrl: 'https://www.fjellogfjord.example/jackets/storfjell',
    latestPageUrl: 'https://www.fjellogfjord.example/returns/FF-20418',
    lines: [
      ['2026-11-19T20:41:07', 'ingrid', 'Hi! The jacket I ordered arrived today but the zip is broken 😕'],
      [
        '2026-11-19T20:41:09',
        'frida',
        "Hi Ingrid, I'm Frida, the shop's assistant. I'm sorry to hear that! Which order is it about?",
      ],
      ['2026-11-19T20:41:52', 'ingrid', "It's FF-20418. The Storfjell shell jacket, size M, in dark green"],
      [
        '2026-11-19T20:41:55',
        'frida',
        'Thank you. I found order FF-20418 of 12 November: Storfjell shell jacket, M, forest, delivered today.\n\nWould you like\n1. a new jacket\n2. your money back\n3. to have it repaired',
      ],
      ['2026-11-19T20:42:31', 'ingrid', 'A new one please. But I need it before Saturday, we leave for the cabin that morning'],
      [
        '2026-11-19T20:42:34',
        'frida',
        'You can start an exchange here: https://www.fjellogfjord.example/returns/FF-20418\nA new jacket is sent when the old one has reached us, usually within 5 to 7 working days.',
      ],
      ['2026-11-19T20:43:40', 'ingrid', "That's too late. Saturday is in two days!"],
      [
        '2026-11-19T20:43:43',
        'frida',
        'I understand. Exchanges take 5 to 7 working days. Is there anything else I can help you with?',
      ],
      ['2026-11-19T20:44:02', 'ingrid', 'Can I talk to a person please'],
      [
        '2026-11-19T20:44:04',
        'frida',
        'Of course. I am handing you over to a colleague. You are number 2 in the queue, about 5 minutes.',
      ],
      [
        '2026-11-19T20:48:37',
        'marcus',
        'Hi Ingrid, Marcus here. I have read what you wrote to Frida. A broken zip on the first day is not what we want, sorry about that!',
      ],
      ['2026-11-19T20:49:15', 'ingrid', "Hi Marcus. It's the slider, it came off on one side and I can't get it back on"],
      [
        '2026-11-19T20:50:03',
        'marcus',
        'Then there is no need to wait for the old one. I can see that we have one M in forest left in the Bergen shop. Would collecting it there tomorrow work?',
      ],
      ['2026-11-19T20:50:48', 'ingrid', 'Yes!! I work in Bergen. How late are you open?'],
      [
        '2026-11-19T20:51:30',
        'marcus',
        'Until 19:00. I have put it aside in your name, at the counter on the ground floor. Just bring the broken one, tags or no tags.',
      ],
      ['2026-11-19T20:52:11', 'ingrid', 'Do I need the receipt? I only have the order mail'],
      [
        '2026-11-19T20:52:39',
        'marcus',
        'The order number is enough: FF-20418. You will get a mail from orders@fjellogfjord.example in a moment with the exchange note.',
      ],
      ['2026-11-19T20:53:20', 'ingrid', "Got it. Thank you so much, that's a relief"],
      ['2026-11-19T20:53:58', 'marcus', "You're welcome. Enjoy the cabin!"],
      [
        '2026-11-20T17:32:44',
        'ingrid',
        "Hi again, I'm in the shop now. The jacket fits, but they say the price went down to 1 899 kr this week and I paid 2 299 😅",
      ],
      ['2026-11-20T17:32:47', 'frida', 'Welcome back, Ingrid! I am passing this on to Marcus, who helped you yesterday.'],
      [
        '2026-11-20T17:35:26',
        'marcus',
        "Hi Ingrid, they're right. I am refunding the difference, 400 kr, to the card you paid with. It takes 2 to 3 days to show up.",
      ],
      ['2026-11-20T17:36:12', 'ingrid', "Wow, I didn't expect that. Thanks!"],
      ['2026-11-20T17:36:50', 'marcus', 'Fair is fair. The refund has the reference RF-88213, in case you need it.'],
    ],
  });
}
