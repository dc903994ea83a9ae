import type { Conversation } from '../domain/conversation.ts';
import { findLandingPlace } from '../transcript/find-landing-place.ts';

/** Longer ones take so long from storage and over the message channel that an agent would notice. */
const LONG = 300;
/** More than a view draws before the whole is there. */
const PART = 100;

/**
 * The part of a long, whole conversation that a view can start from: around where reading starts. Undefined where the whole is
 * the better start: it is short, has holes, or reading would start elsewhere in the part.
 */
export function cutPart(conversation: Conversation): Conversation | undefined {
  const { messages, gaps } = conversation;
  if (messages.length <= LONG || gaps.length > 0) return undefined;
  const landing = findLandingPlace(messages);
  const above = Math.max(0, Math.min(landing - PART / 2, messages.length - PART));
  const part = messages.slice(above, above + PART);
  if (above + findLandingPlace(part) !== landing) return undefined;
  return { ...conversation, messages: part, complete: false, around: { above, below: messages.length - above - PART } };
}
