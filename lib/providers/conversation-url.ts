import type { ProviderId } from '../domain/ref.ts';
import { isConversationId } from '../domain/ref.ts';
import { type Failure, fail, type Result, succeed } from '../domain/result.ts';
import { parseBaseUrl } from './base-url.ts';

/** The address of one conversation, in parts: `<base><before><id><after>`. */
export interface ConversationPath {
  readonly provider: ProviderId;
  readonly base: string;
  /** For example `conversations/`. */
  readonly before: string;
  readonly id: string;
  /** For example `/messages`. */
  readonly after: string;
}

/**
 * The URL of a conversation. Whatever stands in `id`, the answer is either a URL whose path is exactly base + before + id +
 * after, or `bad-id`; a base URL that would not be accepted at entry is `unreachable` (encoding alone would let `..` through).
 */
export function buildConversationUrl(path: ConversationPath): Result<URL> {
  const { provider, before, id, after } = path;
  if (!isConversationId(id)) {
    return fail<Failure>({ kind: 'bad-id', provider });
  }
  const base = parseBaseUrl(path.base);
  if (!base.ok) {
    return fail<Failure>({ kind: 'unreachable', provider });
  }
  const meant = new URL(base.value);
  const url = new URL(`${base.value}${before}${id}${after}`);
  const isMeant = url.origin === meant.origin && url.pathname === `${meant.pathname}${before}${id}${after}`;
  return isMeant ? succeed(url) : fail<Failure>({ kind: 'bad-id', provider });
}
