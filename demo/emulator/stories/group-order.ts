import type { SocialBoardsConversation } from '../socialboards-types.ts';
import { BOT, type Line, person, tell } from './tell.ts';

const PEOPLE = {
  amira: person(23, 'Amira Haddad', 'client', 'amira@turlaget-nord.example'),
  frida: BOT,
  marcus: person(31, 'Marcus Lindqvist', 'team', 'marcus@fjellogfjord.example'),
  siri: person(32, 'Siri Bakken', 'team', 'siri@fjellogfjord.example'),
};

const ITEMS = ['head torches', 'sleeping mats', 'wool base layers', 'gas stoves', 'tarps', 'dry bags', 'snow shovels', 'map cases'];

/** One matter of a long cooperation; `n` makes each turn of it another. */
const MATTERS: readonly ((n: number) => readonly (readonly [who: keyof typeof PEOPLE, text: string])[])[] = [
  (n) => [
    ['amira', `Morning! For trip ${n} we need ${8 + (n % 7)} ${pick(n)}. Are they in stock?`],
    ['frida', `Hello Amira! There are ${20 + ((n * 13) % 60)} ${pick(n)} in the store in Bergen and ${n % 9} in Oslo.`],
    ['amira', 'Great, can you keep them for the club until Friday?'],
    ['siri', `Hi Amira, done: they are at the counter under "Turlaget Nord", note ${7_300 + n}.`],
    ['amira', '👍'],
  ],
  (n) => [
    ['amira', `The invoice FF-${21_000 + n * 7} has the wrong reference, it should say "Turlaget Nord, avd. ${1 + (n % 4)}"`],
    ['marcus', "Thanks for telling us. I'm sending a corrected one to amira@turlaget-nord.example right away."],
    ['amira', 'Received, thank you!'],
  ],
  (n) => [
    [
      'amira',
      `Two of the ${pick(n + 3)} came back wet and one has a tear of about ${2 + (n % 5)} cm. Can it be mended or do we need a new one?`,
    ],
    ['frida', 'I can help with returns. Is it about a purchase of the last 30 days?'],
    ['amira', 'No, it is from last winter. A person, please'],
    ['siri', `Bring it in when you pass by. Up to 5 cm we mend while you wait, 90 kr. Longer ones take about ${3 + (n % 4)} days.`],
    ['amira', "Perfect. I'll send Jonas with it tomorrow, he has the club card"],
    ['siri', 'Good, I have made a note so that he needs nothing else.'],
  ],
  (n) => [
    ['amira', `Is there a better price from ${10 + (n % 10) * 5} pieces?`],
    [
      'marcus',
      `From 10 it is 8 %, from 25 it is 12 %. The list for clubs is here: https://www.fjellogfjord.example/clubs/prices?year=2026&list=${n}`,
    ],
    ['amira', 'That helps, I will come back when the board has met.'],
  ],
];

/** A club that has written for months: longer than what one answer of the API holds. */
export function tellGroupOrder(count = 250): SocialBoardsConversation {
  return tell({
    id: 4478963,
    people: PEOPLE,
    firstMessageId: 610_004,
    isClosed: true,
    isTakeoverEnabled: true,
    feedback: { isPositive: false, text: 'Good people, but I had to explain the invoice three times.' },
    lines: listLines(count),
  });
}

/** Matters in turn, one a day, their messages minutes apart. */
function listLines(count: number): readonly Line[] {
  const lines: Line[] = [];
  for (let day = 0; lines.length < count; day += 1) {
    const matter = MATTERS[day % MATTERS.length]?.(day + 1) ?? [];
    for (const [index, [who, text]] of matter.entries()) {
      const at = new Date(Date.UTC(2026, 7, 3, 7, 12) + day * 86_400_000 + index * (97_000 + day * 1_000));
      lines.push([at.toISOString().slice(0, 19), who, text]);
    }
  }
  return lines.slice(0, count);
}

function pick(n: number): string {
  return ITEMS[n % ITEMS.length] ?? '';
}
