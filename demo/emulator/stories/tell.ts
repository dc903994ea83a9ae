import type { SocialBoardsConversation, SocialBoardsMessage, SocialBoardsUser } from '../socialboards-types.ts';

/** A line of a story: local time (`2026-11-19T20:41:07`), who says it, what. */
export type Line = readonly [when: string, who: string, text: string];

export interface Story {
  readonly id: number;
  /** People by the name the lines use; the first one opened the conversation. */
  readonly people: Readonly<Record<string, SocialBoardsUser>>;
  readonly lines: readonly Line[];
  /** Id of the message after the opening one. */
  readonly firstMessageId: number;
  readonly isClosed?: boolean;
  readonly isTakeoverEnabled?: boolean;
  readonly feedback?: SocialBoardsConversation['feedback'];
  readonly queue?: { readonly position: number; readonly waitTime: number };
  readonly fields?: SocialBoardsConversation['fields'];
  readonly initialPageUrl?: string;
  readonly latestPageUrl?: string;
}

/** Winter time in Oslo, where the demo's shops are. */
const ZONE = '+01:00';

/** Makes a conversation in the API's own shape: seven fraction digits, an offset, the opening message with the id 0. */
export function tell(story: Story): SocialBoardsConversation {
  const messages = story.lines.map((line, position) => toMessage(line, position, story));
  const first = messages[0];
  const last = messages.at(-1);
  if (first === undefined || last === undefined) {
    throw new Error(`Story ${story.id} has no lines`);
  }
  return {
    author: first.author,
    creationTime: first.creationTime,
    feedback: story.feedback ?? null,
    fields: story.fields ?? [],
    id: story.id,
    initialPageUrl: story.initialPageUrl ?? 'https://www.fjellogfjord.example/',
    isClosed: story.isClosed ?? false,
    isTakeoverEnabled: story.isTakeoverEnabled ?? false,
    lastModifiedTime: last.creationTime,
    latestPageUrl: story.latestPageUrl ?? 'https://www.fjellogfjord.example/contact',
    messages,
    queuePositionInfo: story.queue ?? { position: -1, waitTime: null },
    totalMessagesCount: messages.length,
  };
}

function toMessage([when, who, message]: Line, position: number, story: Story): SocialBoardsMessage {
  const author = story.people[who];
  if (author === undefined) {
    throw new Error(`Story ${story.id} has nobody named ${who}`);
  }
  const fraction = String((position * 1_234_567 + 847_826) % 10_000_000).padStart(7, '0');
  const creationTime = `${when}.${fraction}${ZONE}`;
  const id = position === 0 ? 0 : story.firstMessageId + position * 3;
  return { author, creationTime, id, lastModifiedTime: creationTime, message };
}

/** A person as the API writes one. `number` makes the GUID. */
export function person(number: number, name: string, status: 'client' | 'team', email: string | null = null): SocialBoardsUser {
  const id = `fc2481f6-28a4-4ca7-849a-${String(number).padStart(12, '0')}`;
  return { customIdentifier: null, email, id, image: null, isBot: false, name, status };
}

/** The shop's chatbot. */
export const BOT: SocialBoardsUser = { ...person(1, 'Frida', 'team'), isBot: true };
