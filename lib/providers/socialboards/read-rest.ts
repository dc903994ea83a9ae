import { type Conversation, MOST_MESSAGES } from '../../domain/conversation.ts';
import type { SocialBoardsSettings } from '../../domain/provider-settings.ts';
import { type Result, succeed } from '../../domain/result.ts';
import type { ProviderAccess } from '../provider.ts';
import { openLongSession, type Session } from './ask-data.ts';
import { askConversation, askPage } from './conversation-calls.ts';
import { readMessages } from './read-message.ts';
import { type AskPage, cutStretches, readStretches, toPart } from './read-stretches.ts';
import { type Read, readUncounted } from './read-uncounted.ts';
import { type Part, type Stitched, stitch } from './stitch.ts';

/**
 * The messages before those of the first answer, by pages from the oldest on: their positions do not move when a message
 * arrives meanwhile. The pages reach into the first answer, so that nothing is lost between them. At most 20,000 messages, the
 * latest. What the pages do not give becomes a gap; where none gives anything, or none would, the failure is answered.
 */
export async function readRest(
  first: Conversation,
  access: ProviderAccess<SocialBoardsSettings>,
  onProgress?: (messages: number) => void,
): Promise<Result<Conversation>> {
  const session = openLongSession(first.ref.id, access);
  const { total } = first.facts;
  let count = first.messages.length;
  const ask: AskPage = (skip) => askPage(skip, session);
  const read: Read = (stretches) =>
    readStretches(stretches, ask, (messages) => {
      count += messages;
      onProgress?.(Math.min(count, total ?? count));
    });
  const history = total === undefined ? await readUncounted(first, read, ask) : await readCounted(first, total, read, session);
  return history.ok ? succeed({ ...first, ...history.value, complete: true, fetchedAt: access.now() }) : history;
}

async function readCounted(first: Conversation, total: number, read: Read, session: Session): Promise<Result<Stitched>> {
  const stretches = await read(cutStretches(Math.max(0, total - MOST_MESSAGES), total - first.messages.length));
  if (!stretches.ok) {
    return stretches;
  }
  const parts = [...stretches.value.map(toPart), { messages: first.messages, short: 0 }];
  return succeed(stitch(await addEarliest(parts, session, total), total));
}

/**
 * No page says whether the list of messages holds the opening one, which has the id 0; the conversation call does. Asked only
 * where messages are missing although every page was had.
 */
export async function addEarliest(parts: readonly Part[], session: Session, total: number): Promise<readonly Part[]> {
  const isUnexplained = parts.every(({ short }) => short === 0) && stitch(parts, total).gaps.length > 0;
  if (!isUnexplained || total > MOST_MESSAGES) {
    return parts;
  }
  const earliest = await askConversation('creation_time_asc', session);
  return earliest.ok ? [{ messages: readMessages(earliest.value.messages ?? []), short: 0 }, ...parts] : parts;
}
