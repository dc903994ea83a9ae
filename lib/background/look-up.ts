import type { Conversation } from '../domain/conversation.ts';
import { formatRef, type Ref } from '../domain/ref.ts';
import { succeed } from '../domain/result.ts';
import type { LookUpBy } from '../domain/standing.ts';
import type { Opened, Refreshed, RestAnswer } from '../platform/messages.ts';
import { askProvider, findLine, type Inquiry, type Line } from './ask-provider.ts';
import { findCopy, readCopy, readStart, touchCopy } from './copies.ts';
import { keepFirst, takeFirst } from './first-answers.ts';
import { rememberOpened } from './recents.ts';
import { tellInTime } from './tell-in-time.ts';
import { type Asker, share, type UnderWay } from './under-way.ts';

/** How long a view waits to hear how far the reading of a long conversation has come. */
const PROGRESS_EVERY_MS = 1_000;

type Part = 'open' | 'rest' | 'refresh';

/** What is asked with an older key is another question. */
function askShared(part: Part, line: Line, asker: Asker, { ref, ask }: Pick<Inquiry, 'ref' | 'ask'>): UnderWay {
  const startedAt = performance.now();
  const key = `${part} ${formatRef(ref)} ${line.configured.savedAt}`;
  // A first answer is one request, and its copy makes coming back instant; to read on for nobody costs the provider many.
  const isHeardOut = part === 'open';
  return share(key, asker, (waiting) => askProvider(line, { ref, ask, startedAt, waiting, isHeardOut }));
}

/**
 * Looks a conversation up: its first answer. What a page triggers (`by: 'page'`) is answered with the copy of what was read
 * before, at once (of a long one the part to start from), else asked for unless the provider's last word is against it. The agent's own look-up always asks.
 * `question`: see `Asker`.
 */
export async function openConversation(ref: Ref, by: LookUpBy, question?: string): Promise<Opened> {
  const startedAt = performance.now();
  const [line, copy] = await Promise.all([findLine(ref.provider), by === 'page' ? readStartWithoutHoles(ref) : undefined]);
  if (!line.ok) return line;
  if (copy) {
    void touchCopy(ref);
    void rememberOpened(copy);
    return succeed(copy);
  }
  const ask: Inquiry['ask'] = (provider, access) => provider.open(ref.id, access);
  const opened = await askShared('open', line.value, { by, question }, { ref, ask }).answer;
  if (!opened.ok) return tellInTime(opened, startedAt);
  if (!opened.value.complete) keepFirst(line.value.configured, opened.value);
  void rememberOpened(opened.value);
  return opened;
}

/** A copy with holes is a base to refresh, but nothing to start from: the holes may be gone by now. */
async function readStartWithoutHoles(ref: Ref): Promise<Conversation | undefined> {
  const { conversation } = (await readStart(ref)) ?? {};
  return conversation?.gaps.length === 0 ? conversation : undefined;
}

/** The whole of a conversation as it was kept when a view got its part of it, or later. */
async function readWholeSince(ref: Ref, heldAt: number): Promise<Conversation | undefined> {
  const entry = await findCopy(ref);
  if (entry === undefined || entry.fetchedAt < heldAt) return undefined;
  const { conversation } = (await readCopy(ref)) ?? {};
  return conversation?.gaps.length === 0 ? conversation : undefined;
}

/**
 * The whole of a conversation whose first answer was not complete: from its copy where that is no older than what the view holds
 * (`heldAt`), else from the provider; where that takes long, how many messages have been read so far. Asked again with the same
 * question, it goes on.
 */
export async function readRest(ref: Ref, heldAt: number, question?: string): Promise<RestAnswer> {
  const [line, kept] = await Promise.all([findLine(ref.provider), readWholeSince(ref, heldAt)]);
  if (!line.ok) return line;
  if (kept) return succeed({ read: kept.messages.length, conversation: kept });
  const task = askShared(
    'rest',
    line.value,
    { by: 'page', question },
    {
      ref,
      ask: async (provider, access, onProgress) => {
        const kept = takeFirst(line.value.configured, ref);
        const first = kept ? succeed(kept) : await provider.open(ref.id, access);
        return first.ok && !first.value.complete ? provider.rest(first.value, access, onProgress) : first;
      },
    },
  );
  const pause = new Promise<undefined>((resolve) => setTimeout(resolve, PROGRESS_EVERY_MS));
  const answer = await Promise.race([task.answer, pause]);
  if (answer === undefined) return succeed({ read: task.read });
  return answer.ok ? succeed({ read: answer.value.messages.length, conversation: answer.value }) : answer;
}

/** What a view holds: `heldAt`, its `fetchedAt`; and how old (ms) an answer may be to serve it. */
export interface Holding {
  readonly heldAt: number;
  readonly maxAge: number;
}

/**
 * What is new in a conversation that is on show. Views that ask for the same share one answer, as long as it is young enough for
 * each; of a conversation too large to be kept, it says so and asks nobody.
 */
export async function refreshConversation(ref: Ref, { heldAt, maxAge }: Holding, question?: string): Promise<Refreshed> {
  const line = await findLine(ref.provider);
  if (!line.ok) return line;
  const entry = await findCopy(ref);
  if (entry?.bytes === 0) return succeed({ fetchedAt: entry.fetchedAt, isTooLarge: true });
  if (entry && Date.now() - entry.fetchedAt < maxAge) return succeed(await answerSince(ref, heldAt, entry.fetchedAt));
  const copy = await readCopy(ref);
  const refreshed = await askShared(
    'refresh',
    line.value,
    { by: 'page', question },
    {
      ref,
      ask: async (provider, access) => {
        if (copy) return provider.refresh(copy.conversation, access);
        const first = await provider.open(ref.id, access);
        return first.ok && !first.value.complete ? provider.rest(first.value, access) : first;
      },
    },
  ).answer;
  return refreshed.ok ? succeed(await answerSince(ref, heldAt, refreshed.value.fetchedAt, refreshed.value)) : refreshed;
}

/** The conversation only where it became another since the view read it: most answers carry a time and nothing else. */
async function answerSince(ref: Ref, heldAt: number, fetchedAt: number, conversation?: Conversation) {
  const entry = await findCopy(ref);
  if (entry && entry.changedAt <= heldAt) return { fetchedAt };
  const changed = conversation ?? (await readCopy(ref))?.conversation;
  return changed ? { fetchedAt, conversation: changed } : { fetchedAt };
}
