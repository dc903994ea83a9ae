import type { SocialBoardsConversation } from '../socialboards-types.ts';
import { BOT, type Line, person, tell } from './tell.ts';

const PEOPLE = {
  lena: person(24, 'Lena Fuchs', 'client', 'lena.fuchs@hotel-alpenrose.example'),
  frida: BOT,
  siri: person(32, 'Siri Bakken', 'team', 'siri@fjellogfjord.example'),
};

const QUESTIONS = [
  'Which of the rental skis are back?',
  'Please book two pairs of snowshoes, sizes 39 and 43',
  'The key box at the ski room does not open any more',
  'Could you send the list for the week once more?',
];

const ANSWERS = [
  'All but one pair. Room 214 has asked to keep theirs until Sunday.',
  'Done. They are labelled and stand by the door.',
  'The battery was empty, we have changed it. The code is the same as before.\nIf it happens again, please call 55 10 20 30.',
  'Here it is: https://www.fjellogfjord.example/rental/lists/alpenrose',
];

/** A hotel's standing line to the shop: as many messages as the longest conversations have. */
export function tellOperationsLog(count = 10_000): SocialBoardsConversation {
  const lines = Array.from({ length: count }, (_, position) => sayLine(position));
  return tell({ id: 443484636, people: PEOPLE, firstMessageId: 1_000_000, isTakeoverEnabled: false, lines });
}

function sayLine(position: number): Line {
  const turn = Math.floor(position / 2);
  const when = new Date(Date.UTC(2024, 0, 8, 6, 30) + position * 25 * 60_000).toISOString().slice(0, 19);
  if (position % 2 === 0) {
    return [when, 'lena', `${QUESTIONS[turn % QUESTIONS.length]} (no. ${turn + 1})`];
  }
  return [when, turn % 3 === 0 ? 'siri' : 'frida', `${ANSWERS[turn % ANSWERS.length]}`];
}
