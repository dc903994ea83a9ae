import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import type { Clock } from './clock.ts';
import { getSpeaker } from './describe-author.ts';

/** One message with what the reader sees around it. */
export interface Entry {
  readonly message: Message;
  readonly index: number;
  /** Said by the same person shortly after the message above: drawn without a new head. */
  readonly continues: boolean;
  /** Present: a new day begins here; the name of the day. */
  readonly day?: string;
  /** Present: that many messages are missing above this one. */
  readonly missing?: number;
}

/** What was said later than this after the message above gets a head, and with it a time, of its own. */
const PAUSE = 5 * 60_000;

function isPause(before: Message, after: Message): boolean {
  return (
    before.time !== undefined && after.time !== undefined && Math.abs(Date.parse(after.time) - Date.parse(before.time)) > PAUSE
  );
}

function nameNewDay(before: Message | undefined, message: Message, clock: Clock): string | undefined {
  if (message.time === undefined) {
    return undefined;
  }
  const isSameDay = before?.time !== undefined && clock.readDay(before.time) === clock.readDay(message.time);
  return isSameDay ? undefined : clock.formatDay(message.time);
}

/**
 * Arranges the messages from `start` up to `end` for reading.
 * Looks only one message back, so that a part of a long conversation costs no more than a short one.
 */
export function arrangeMessages(
  { messages, gaps }: Pick<Conversation, 'messages' | 'gaps'>,
  { start, end }: { readonly start: number; readonly end: number },
  clock: Clock,
): Entry[] {
  return messages.slice(start, end).map((message, offset) => {
    const index = start + offset;
    const before = messages[index - 1];
    const missing = gaps.find((gap) => gap.before === index)?.missing;
    const day = nameNewDay(before, message, clock);
    const continues =
      before !== undefined &&
      day === undefined &&
      missing === undefined &&
      message.role !== 'system' &&
      getSpeaker(before) === getSpeaker(message) &&
      !isPause(before, message);
    return { message, index, continues, ...(day === undefined ? {} : { day }), ...(missing === undefined ? {} : { missing }) };
  });
}
