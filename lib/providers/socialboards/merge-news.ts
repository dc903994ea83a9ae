import type { Conversation, Gap } from '../../domain/conversation.ts';
import type { Message } from '../../domain/message.ts';
import { capLatest, nameMessage, type Part, stitch } from './stitch.ts';

/** Whether the latest messages reach back to what is held: nothing can lie between. */
export function isConnected(held: readonly Message[], latest: readonly Message[]): boolean {
  const first = latest[0];
  if (first === undefined || held.length === 0) {
    return first === undefined;
  }
  const name = nameMessage(first);
  return held.some((message) => nameMessage(message) === name);
}

/**
 * What is held, with what has come since: `between`, read because the latest messages did not reach back to it, then `latest`.
 * A message that was changed is taken as it is now; one that comes twice is one. At most 20,000 messages, the latest.
 */
export function mergeNews(held: Conversation, between: readonly Part[], latest: Conversation): Conversation {
  const now = new Map(
    [...between.flatMap((part) => part.messages), ...latest.messages].map((message) => [nameMessage(message), message]),
  );
  const messages = held.messages.map((message) => now.get(nameMessage(message)) ?? message);
  const parts = [...cutAtGaps(messages, held.gaps), ...between, { messages: latest.messages, short: 0 }];
  // Without a total, what was missing still is.
  const total = latest.facts.total ?? stitch(parts).messages.length + countMissing(held);
  return { ...latest, ...capLatest(stitch(parts, total)), complete: true };
}

function countMissing({ gaps }: Conversation): number {
  return gaps.reduce((sum, gap) => sum + gap.missing, 0);
}

/** Holes that could not be filled stay where they are; the one before the first message follows from the total. */
function cutAtGaps(messages: readonly Message[], gaps: readonly Gap[]): readonly Part[] {
  const inside = gaps.filter(({ before }) => before > 0);
  const starts = [0, ...inside.map(({ before }) => before)];
  return starts.map((start, index) => ({ messages: messages.slice(start, starts[index + 1]), short: inside[index]?.missing ?? 0 }));
}
