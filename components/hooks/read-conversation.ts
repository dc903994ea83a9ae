import { type Conversation, UNKNOWN_COUNT } from '../../lib/domain/conversation.ts';
import type { Ref } from '../../lib/domain/ref.ts';
import { type Barrier, type Failure, succeed } from '../../lib/domain/result.ts';
import { endsReading, type LookUpBy } from '../../lib/domain/standing.ts';
import { askBackground, askForRest } from '../../lib/platform/ask-background.ts';
import type { LookUpState } from '../conversation/conversation-props.ts';
import { keepLive } from './keep-live.ts';

/** What a reading tells its view, until `signal` aborts. */
export interface Reading {
  readonly show: (lookUp: LookUpState) => void;
  readonly signal: AbortSignal;
}

/** A conversation on show. */
export type Ready = Extract<LookUpState, { state: 'ready' }>;

function describe(failure: Failure | Barrier, ref: Ref): LookUpState {
  switch (failure.kind) {
    case 'locked':
      return { state: 'locked' };
    case 'no-access':
      return { state: 'no-access', origins: failure.origins };
    default:
      return { state: 'failed', failure: { provider: ref.provider, ...failure } };
  }
}

/** Looks a conversation up, reads it whole, and keeps it up to date as long as it is shown. */
export async function readConversation(ref: Ref, by: LookUpBy, { show, signal }: Reading): Promise<void> {
  const opened = await askBackground('open', { ref, by }, signal);
  if (signal.aborted) return;
  if (!opened) return show({ state: 'idle' });
  if (!opened.ok) return show(describe(opened.failure, ref));
  let shown: Ready = { state: 'ready', conversation: opened.value, isFilling: !opened.value.complete };
  show(shown);
  if (shown.isFilling) {
    const filled = await fill(shown, { show, signal });
    if (signal.aborted) return;
    show(filled);
    if (filled.state !== 'ready') return;
    shown = filled;
  }
  await follow(shown, { show, signal });
}

/**
 * Reads all of what is on show once more. It stays, and so does the place in it, until it is there anew; where that fails, too, and
 * why is said.
 */
export async function readAgain(shown: Ready, by: LookUpBy, { show, signal }: Reading): Promise<void> {
  const { ref } = shown.conversation;
  show({ ...shown, isReadAgain: true });
  const answer = await readWhole(ref, by, signal);
  if (signal.aborted) return;
  if (!answer) return show({ state: 'idle' });
  if (!answer.ok && endsReading(answer.failure)) return show(describe(answer.failure, ref));
  const next: Ready = answer.ok
    ? { state: 'ready', conversation: answer.value, isFilling: false }
    : { ...shown, trouble: { provider: ref.provider, ...(answer.failure as Failure) } };
  show(next);
  await follow(next, { show, signal });
}

async function readWhole(ref: Ref, by: LookUpBy, signal: AbortSignal) {
  const opened = await askBackground('open', { ref, by }, signal);
  if (signal.aborted || !opened?.ok || opened.value.complete) return opened;
  const rest = await askForRest({ ref, heldAt: opened.value.fetchedAt }, signal, () => undefined);
  return rest?.ok ? succeed(rest.value.conversation ?? opened.value) : rest;
}

/** Adds what comes before the first answer of a long conversation. Where that fails, the first answer stays and why is said. */
async function fill(first: Ready, { show, signal }: Reading): Promise<LookUpState> {
  const { conversation } = first;
  const rest = await askForRest({ ref: conversation.ref, heldAt: conversation.fetchedAt }, signal, (read) =>
    show({ ...first, read }),
  );
  if (rest === undefined) return { state: 'idle' };
  if (rest.ok) return { ...first, conversation: rest.value.conversation ?? conversation, isFilling: false };
  const { failure } = rest;
  if (failure.kind === 'locked' || failure.kind === 'no-access') return describe(failure, conversation.ref);
  const { provider } = conversation.ref;
  return { ...first, conversation: closeWithGap(conversation), isFilling: false, cut: { provider, ...failure } };
}

/** What could not be read of a long conversation is a hole: before its latest messages, or on both sides of the part that is there. */
function closeWithGap({ around, ...conversation }: Conversation): Conversation {
  const { facts, messages, gaps } = conversation;
  if (around) {
    const holes = [
      { before: 0, missing: around.above },
      { before: messages.length, missing: around.below },
    ];
    return { ...conversation, complete: true, gaps: holes.filter((hole) => hole.missing > 0) };
  }
  const known = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const missing = facts.total === undefined ? UNKNOWN_COUNT : facts.total - messages.length - known;
  return { ...conversation, complete: true, gaps: missing > 0 ? [{ before: 0, missing }, ...gaps] : gaps };
}

/** Keeps what is shown up to date; where that fails, what is shown stays, with its age. */
async function follow(start: Ready, { show, signal }: Reading): Promise<void> {
  const { ref } = start.conversation;
  let shown: Ready = start;
  await keepLive(start.conversation, {
    signal,
    refresh: (heldAt, maxAge) => askBackground('refresh', { ref, heldAt, maxAge }, signal),
    onNews(news) {
      if (news.kind === 'end') return show(news.failure ? describe(news.failure, ref) : { state: 'idle' });
      if (news.kind === 'trouble') return show({ ...shown, trouble: news.failure });
      if (news.kind === 'too-large') return show({ ...shown, isTooLarge: true });
      const { conversation, checkedAt } = news;
      const { cut, ...whole } = shown;
      const isSame = conversation === shown.conversation;
      shown = { ...whole, conversation, checkedAt, ...(cut && isSame ? { cut } : {}) };
      show(shown);
    },
  });
}
