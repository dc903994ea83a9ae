import type { Message } from '../../domain/message.ts';
import { type Failure, fail, type Result, succeed } from '../../domain/result.ts';
import { buildConversationUrl } from '../conversation-url.ts';
import { askData, type Session } from './ask-data.ts';
import { readMessages } from './read-message.ts';
import { WIRE, type WireConversation } from './wire.ts';

/** The most messages that either call gives at once. */
export const PAGE_SIZE = 100;

export type Order = 'creation_time_asc' | 'creation_time_desc';

/**
 * `GET chat/conversations/{id}`: the conversation with its earliest (`asc`) or latest (`desc`) 100 messages.
 * Fails with `other-conversation`, and nothing of it, where the answer's id is not the asked one.
 */
export async function askConversation(order: Order, session: Session): Promise<Result<WireConversation>> {
  const url = buildUrl('', { includeMessages: 'true', ...orderBy(order) }, session);
  if (!url.ok) {
    return url;
  }
  const answer = await askData(url.value, WIRE.conversation, session);
  if (!answer.ok || answer.value.id === session.id) {
    return answer;
  }
  return fail<Failure>({ kind: 'unexpected-answer', provider: 'socialboards', reason: 'other-conversation' });
}

/** `GET chat/conversations/{id}/messages`: up to 100 messages from the `skip`-th on, oldest first. */
export async function askPage(skip: number, session: Session): Promise<Result<readonly Message[]>> {
  const page = { ...orderBy('creation_time_asc'), skip: String(skip), take: String(PAGE_SIZE) };
  const url = buildUrl('/messages', page, session);
  if (!url.ok) {
    return url;
  }
  const answer = await askData(url.value, WIRE.messages, session);
  return answer.ok ? succeed(readMessages(answer.value).slice(0, PAGE_SIZE)) : answer;
}

function buildUrl(after: string, query: Record<string, string>, { id, access }: Session): Result<URL> {
  const base = access.settings.baseUrl;
  const url = buildConversationUrl({ provider: 'socialboards', base, before: 'chat/conversations/', id, after });
  if (url.ok) {
    url.value.search = new URLSearchParams(query).toString();
  }
  return url;
}

/** The conversation's page spells it `orderyBy`, the list's `orderBy`: both are sent. */
function orderBy(order: Order): Record<string, string> {
  return { orderBy: order, orderyBy: order };
}
