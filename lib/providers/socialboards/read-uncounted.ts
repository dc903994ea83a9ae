import { type Conversation, MOST_MESSAGES } from '../../domain/conversation.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { findEnd } from './find-end.ts';
import { isConnected } from './merge-news.ts';
import { type AskPage, cutStretches, type ReadStretch, type Stretch, toPart } from './read-stretches.ts';
import { capLatest, type Part, type Stitched, stitch } from './stitch.ts';

/** Reads stretches of one conversation. */
export type Read = (stretches: readonly Stretch[]) => Promise<Result<readonly ReadStretch[]>>;

/**
 * The whole of a conversation of which no answer says how many messages it has: by pages from the oldest on until they end or
 * reach the first answer. Of one that is longer than what is shown the end is looked for: its latest 20,000.
 */
export async function readUncounted(first: Conversation, read: Read, askPage: AskPage): Promise<Result<Stitched>> {
  const latest: Part = { messages: first.messages, short: 0 };
  const room = MOST_MESSAGES - first.messages.length;
  const oldest = await readOldest(room, read);
  if (!oldest.ok) {
    return oldest;
  }
  const messages = oldest.value;
  if (messages.length < room || isConnected(messages, first.messages)) {
    return succeed(capLatest(stitch([{ messages, short: 0 }, latest])));
  }
  const end = await findEnd(messages.length, askPage);
  if (!end.ok) {
    return end;
  }
  const start = Math.max(0, end.value - MOST_MESSAGES);
  const later = await read(cutStretches(Math.max(messages.length, start), end.value));
  if (!later.ok) {
    return later;
  }
  const parts = [{ messages: messages.slice(start), short: 0 }, ...later.value.map(toPart), latest];
  return succeed(capLatest(stitch(parts, end.value)));
}

/** Fails where a page does: nobody could say how many are missing. */
async function readOldest(count: number, read: Read): Promise<Result<Stitched['messages']>> {
  const stretches = await read([{ from: 0, to: count }]);
  if (!stretches.ok) {
    return stretches;
  }
  const [{ messages, failure } = { messages: [], failure: undefined }] = stretches.value;
  return failure === undefined ? succeed(messages) : fail(failure);
}
