import type { Conversation } from '../domain/conversation.ts';
import { isSameRef } from '../domain/ref.ts';
import { readValue, writeValue } from '../platform/stored-value.ts';
import { unlessLocked } from './lock-session.ts';
import { createQueue } from './queue.ts';

const MAX_RECENTS = 10;
const inTurn = createQueue();

/**
 * Puts a conversation on top of the list of recents, which lives in memory and ends with the browser. A storage that takes nothing
 * costs the list and nothing else; nobody need wait for it.
 */
export function rememberOpened(conversation: Conversation): Promise<void> {
  return inTurn(async () => {
    const known = (await readValue('session', 'recents')) ?? [];
    const first = conversation.messages.find(({ role, author }) => role === 'customer' && author)?.author;
    // A part may begin after the customer who began.
    const name = conversation.complete ? first : (known.find(({ ref }) => isSameRef(ref, conversation.ref))?.name ?? first);
    const recent = { ref: conversation.ref, ...(name ? { name } : {}), at: conversation.fetchedAt };
    const others = known.filter(({ ref }) => !isSameRef(ref, conversation.ref));
    await unlessLocked(() => writeValue('session', 'recents', [recent, ...others].slice(0, MAX_RECENTS)));
  }).catch(() => undefined);
}
