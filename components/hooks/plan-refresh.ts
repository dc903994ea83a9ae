import type { Conversation } from '../../lib/domain/conversation.ts';

/** When a conversation on show is refreshed next. `dueAt`: ms since the epoch, infinite: never; `pause`: ms. */
export interface RefreshPlan {
  readonly dueAt: number;
  readonly pause: number;
}

const SHORTEST_PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;

type State = Conversation['facts']['state'];

/** The first refresh: at once where an older copy was shown. A closed conversation that was read whole is asked for no more. */
export function planFirst({ fetchedAt, facts, gaps }: Conversation, now: number): RefreshPlan {
  const pause = SHORTEST_PAUSE;
  const isFresh = now - fetchedAt < pause;
  const isDone = facts.state === 'closed' && gaps.length === 0;
  return { pause, dueAt: isFresh && isDone ? Number.POSITIVE_INFINITY : fetchedAt + pause };
}

/**
 * After an answer of `fetchedAt`: soon where people are writing, ever less often where nothing comes. A closed conversation with
 * holes is asked for a few times more: what is missing may come.
 */
export function planAfterAnswer(
  last: RefreshPlan,
  {
    fetchedAt,
    isNew,
    state,
    hasHoles = false,
  }: { readonly fetchedAt: number; readonly isNew: boolean; readonly state: State; readonly hasHoles?: boolean },
  now: number,
): RefreshPlan {
  const pause = isNew ? SHORTEST_PAUSE : Math.min(last.pause * 2, LONGEST_PAUSE);
  if (state === 'closed' && !(hasHoles && last.pause < LONGEST_PAUSE)) return { pause, dueAt: Number.POSITIVE_INFINITY };
  // By the provider's answer, not by the view's clock: views of one conversation then ask together.
  return { pause, dueAt: fetchedAt + pause > now ? fetchedAt + pause : now + pause };
}

/** After a failure: not before the time that it names. */
export function planAfterFailure(last: RefreshPlan, retryAt: number | undefined, now: number): RefreshPlan {
  const pause = Math.min(last.pause * 2, LONGEST_PAUSE);
  return { pause, dueAt: Math.max(now + pause, retryAt ?? 0) };
}
