import type { Conversation } from '../../domain/conversation.ts';
import type { SocialBoardsSettings } from '../../domain/provider-settings.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { MOST_MESSAGES } from '../message-cap.ts';
import type { ProviderAccess } from '../provider.ts';
import { openLongSession, type Session } from './ask-data.ts';
import { askConversation, askPage } from './conversation-calls.ts';
import { readMessages } from './read-message.ts';
import { cutStretches, type ReadStretch, readStretches, type Stretch } from './read-stretches.ts';
import { type Part, stitch } from './stitch.ts';

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
  const stretches = await readStretches(
    planStretches(count, total),
    (skip) => askPage(skip, session),
    (read) => {
      count += read;
      onProgress?.(Math.min(count, total ?? count));
    },
  );
  if (!stretches.ok) {
    return stretches;
  }
  const failure = stretches.value.find((stretch) => stretch.failure)?.failure;
  if (failure !== undefined && total === undefined) {
    // Without a total nobody can say how many are missing.
    return fail(failure);
  }
  const parts = [...stretches.value.map(toPart), { messages: first.messages, short: 0 }];
  const stitched = stitch(await addEarliest(parts, session, total), total);
  return succeed({ ...first, ...stitched, complete: true, fetchedAt: access.now() });
}

function planStretches(had: number, total: number | undefined): readonly Stretch[] {
  if (total === undefined) {
    return [{ from: 0, to: MOST_MESSAGES - had }];
  }
  return cutStretches(Math.max(0, total - MOST_MESSAGES), total - had);
}

/** A stretch as a part to be joined, short of what it should have held. */
export function toPart({ from, to, messages }: ReadStretch): Part {
  return { messages, short: Math.max(0, to - from - messages.length) };
}

/**
 * No page says whether the list of messages holds the opening one, which has the id 0; the conversation call does. Asked only
 * where messages are missing although every page was had.
 */
async function addEarliest(parts: readonly Part[], session: Session, total: number | undefined): Promise<readonly Part[]> {
  const isUnexplained = parts.every(({ short }) => short === 0) && stitch(parts, total).gaps.length > 0;
  if (!isUnexplained || (total ?? 0) > MOST_MESSAGES) {
    return parts;
  }
  const earliest = await askConversation('creation_time_asc', session);
  return earliest.ok ? [{ messages: readMessages(earliest.value.messages ?? []), short: 0 }, ...parts] : parts;
}
