import { type Gap, MOST_MESSAGES } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';

/** The latest 20,000 of a conversation's messages (oldest first), and the gap before them where there are more. */
export function keepLatest(messages: readonly Message[]): { readonly messages: readonly Message[]; readonly gaps: readonly Gap[] } {
  const missing = messages.length - MOST_MESSAGES;
  return missing > 0 ? { messages: messages.slice(missing), gaps: [{ before: 0, missing }] } : { messages, gaps: [] };
}
