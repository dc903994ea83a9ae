import type { Conversation } from '../domain/conversation.ts';
import { formatRef, type Ref } from '../domain/ref.ts';
import { type Result, succeed } from '../domain/result.ts';
import type { LookUpBy } from '../domain/standing.ts';
import type { Opened, Refreshed } from '../platform/messages.ts';
import { askProvider, findLine, type Inquiry, type Line } from './ask-provider.ts';
import { findCopy, readCopy, touchCopy } from './copies.ts';
import { whenLocked } from './lock-session.ts';
import { rememberOpened } from './recents.ts';

/** A request that is under way. `isByHand`: the agent is among those who wait for it. */
interface UnderWay {
  answer?: Promise<Result<Conversation>>;
  isByHand: boolean;
}

/** Many views of one conversation share one request. Lost with the worker, and then there is nothing to share. */
const underWay = new Map<string, UnderWay>();

/** First answers whose rest is about to be asked for. Lost with the worker, and then asked for anew. */
const firstAnswers = new Map<string, Conversation>();
whenLocked(() => firstAnswers.clear());

/** A first answer is gone on from with the account that gave it only. */
function nameFirst(ref: Ref, { configured }: Line): string {
  return `${formatRef(ref)} ${configured.savedAt}`;
}

type Part = 'open' | 'rest' | 'refresh';

function share(part: Part, line: Line, by: LookUpBy, inquiry: Omit<Inquiry, 'by'>): Promise<Result<Conversation>> {
  // What is asked with an older key is another question.
  const key = `${part} ${formatRef(inquiry.ref)} ${line.configured.savedAt}`;
  const shared = underWay.get(key) ?? { isByHand: false };
  shared.isByHand ||= by === 'hand';
  underWay.set(key, shared);
  shared.answer ??= askProvider(line, { ...inquiry, by: () => (shared.isByHand ? 'hand' : 'page') }).finally(() =>
    underWay.delete(key),
  );
  return shared.answer;
}

/**
 * Looks a conversation up: its first answer. What a page triggers (`by: 'page'`) is answered with the copy of what was read
 * before, whole and at once, else asked for unless the provider's last word is against it. The agent's own look-up always asks,
 * as far as the provider has not asked to be left alone.
 */
export async function openConversation(ref: Ref, by: LookUpBy): Promise<Opened> {
  const line = await findLine(ref.provider);
  if (!line.ok) return line;
  const copy = by === 'page' ? await openCopy(ref) : undefined;
  if (copy) return succeed(copy);
  const opened = await share('open', line.value, by, { ref, ask: (provider, access) => provider.open(ref.id, access) });
  if (!opened.ok) return opened;
  if (!opened.value.complete) firstAnswers.set(nameFirst(ref, line.value), opened.value);
  await rememberOpened(opened.value);
  return opened;
}

/** A copy with holes is a base to refresh, but nothing to start from: the holes may be gone by now. */
async function openCopy(ref: Ref): Promise<Conversation | undefined> {
  const { conversation } = (await readCopy(ref)) ?? {};
  if (conversation === undefined || conversation.gaps.length > 0) return undefined;
  await touchCopy(ref);
  await rememberOpened(conversation);
  return conversation;
}

/** The whole of a conversation whose first answer was not complete. */
export async function readRest(ref: Ref): Promise<Opened> {
  const line = await findLine(ref.provider);
  if (!line.ok) return line;
  const key = nameFirst(ref, line.value);
  return share('rest', line.value, 'page', {
    ref,
    ask: async (provider, access) => {
      const kept = firstAnswers.get(key);
      firstAnswers.delete(key);
      const first = kept ? succeed(kept) : await provider.open(ref.id, access);
      return first.ok && !first.value.complete ? provider.rest(first.value, access) : first;
    },
  });
}

/** What a view holds: `heldAt`, its `fetchedAt`; and how old (ms) an answer may be to serve it. */
export interface Holding {
  readonly heldAt: number;
  readonly maxAge: number;
}

/**
 * What is new in a conversation that is on show. Views that ask for the same share one answer, as long as it is young enough for
 * each; a conversation too large to be kept is not asked for again.
 */
export async function refreshConversation(ref: Ref, { heldAt, maxAge }: Holding): Promise<Refreshed> {
  const line = await findLine(ref.provider);
  if (!line.ok) return line;
  const entry = await findCopy(ref);
  if (entry && (entry.bytes === 0 || Date.now() - entry.fetchedAt < maxAge)) {
    return succeed(await answerSince(ref, heldAt, entry.fetchedAt));
  }
  const copy = await readCopy(ref);
  const refreshed = await share('refresh', line.value, 'page', {
    ref,
    ask: async (provider, access) => {
      if (copy) return provider.refresh(copy.conversation, access);
      const first = await provider.open(ref.id, access);
      return first.ok && !first.value.complete ? provider.rest(first.value, access) : first;
    },
  });
  return refreshed.ok ? succeed(await answerSince(ref, heldAt, refreshed.value.fetchedAt, refreshed.value)) : refreshed;
}

/** The conversation only where it became another since the view read it: most answers carry a time and nothing else. */
async function answerSince(ref: Ref, heldAt: number, fetchedAt: number, conversation?: Conversation) {
  const entry = await findCopy(ref);
  if (entry && entry.changedAt <= heldAt) return { fetchedAt };
  const changed = conversation ?? (await readCopy(ref))?.conversation;
  return changed ? { fetchedAt, conversation: changed } : { fetchedAt };
}
