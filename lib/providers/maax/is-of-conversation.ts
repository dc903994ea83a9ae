import { isRecord, type JsonRecord } from '../json-record.ts';
import { isAsked, isPresent, listNames, mayBeId } from '../names-other.ts';
import type { FoundList } from './find-lists.ts';

/** Members that say more of the object they stand in: what they name, it belongs to. No page documents any. */
const PARTS = ['conversation', 'data', 'meta', 'metadata', 'info', 'details', 'message', 'incoming_message', 'outgoing_message'];

const DEEPEST = 4;

/**
 * Whether everything that names the list's conversation names the asked one: `conversation_id` in the answer, in the objects
 * around the list and beside it that describe it, and in the list's entries; the `id` of an object called conversation. Where none
 * does, the `id` of what is around the list. Ids of messages, people and assistants name no conversation.
 */
export function isOfConversation(id: string, answer: unknown, { list, beside }: FoundList): boolean {
  const named = [answer, ...list].filter(isRecord).flatMap((holder) => [...collectNames(holder)]);
  const names = named.length > 0 ? named : nameByEnvelope(beside);
  return names.every((name) => isAsked(name, id));
}

function* collectNames(holder: JsonRecord, isConversation = false, depth = 0): Generator<unknown> {
  yield* listNames(holder, isConversation);
  for (const key of depth < DEEPEST ? PARTS : []) {
    const inner = holder[key];
    if (isRecord(inner)) {
      yield* collectNames(inner, key === 'conversation', depth + 1);
    }
  }
}

/** The `id` right beside the list, else the nearest one around it that could be a conversation's and not the answer's own. */
function nameByEnvelope(beside: readonly JsonRecord[]): readonly unknown[] {
  const [nearest, ...others] = beside.map((holder) => holder.id);
  return [nearest].filter(isPresent).concat(others.filter(mayBeId)).slice(0, 1);
}
