/** One message a day, always at the same time of it: every head is drawn in full, and every time is as wide. */
function writeTime(position: number): string {
  return new Date(Date.UTC(2024, 0, 1, 9, 14) + position * 86_400_000).toISOString();
}

const MAAX_ROLES = ['user', 'agent', 'assistant'];

const AUTHORS = [
  { id: 'client', name: 'Kari', status: 'client', isBot: false },
  { id: 'team', name: 'Sofia', status: 'team', isBot: false },
  { id: 'bot', name: 'Frida', status: 'team', isBot: true },
] as const;

export type WrittenAuthor = (typeof AUTHORS)[number];

function pick<T>(list: readonly T[], position: number): T {
  return list[position % list.length] as T;
}

/** MAAX's answer with an entry for each value. Roles take turns. */
export function writeMaax(id: string, values: readonly unknown[], toEntry: (value: unknown) => object): unknown {
  const messages = values.map((value, position) => ({
    id: position,
    role: pick(MAAX_ROLES, position),
    name: pick(AUTHORS, position).name,
    created_at: writeTime(position),
    ...toEntry(value),
  }));
  return { conversation_id: Number(id), messages };
}

/** SocialBoards' answer with a message for each value, and with `more` said of the whole conversation. Roles take turns. */
export function writeBoards(
  id: string,
  values: readonly unknown[],
  toMessage: (value: unknown, author: WrittenAuthor) => object,
  more: object = {},
): unknown {
  const messages = values.map((value, position) => {
    const author = pick(AUTHORS, position);
    return { id: position, author, creationTime: writeTime(position), ...toMessage(value, author) };
  });
  const data = { id: Number(id), isClosed: true, totalMessagesCount: messages.length, messages, ...more };
  return { data, errorCode: -1, errorText: null };
}
