import type { Conversation } from '../../lib/domain/conversation.ts';
import type { Barrier, Failure } from '../../lib/domain/result.ts';
import { endsReading } from '../../lib/domain/standing.ts';
import type { Refreshed } from '../../lib/platform/messages.ts';
import { planAfterAnswer, planAfterFailure, planFirst } from './plan-refresh.ts';

/** What a refresh told the view. */
export type News =
  | { readonly kind: 'answer'; readonly conversation: Conversation; readonly checkedAt: number }
  /** The conversation on show stays. */
  | { readonly kind: 'trouble'; readonly failure: Failure }
  /** It is too large to be refreshed; what is on show stays, and is as old as it is. */
  | { readonly kind: 'too-large' }
  /** It may not be shown any longer; undefined: this view may not read at all. */
  | { readonly kind: 'end'; readonly failure: Failure | Barrier | undefined };

interface LiveOptions {
  readonly refresh: (heldAt: number, maxAge: number) => Promise<Refreshed | undefined>;
  readonly onNews: (news: News) => void;
  readonly signal: AbortSignal;
}

/** Resolves at `dueAt` (ms since the epoch) or later, when the view can be seen; at once when `signal` aborts. */
function untilDue(dueAt: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const isVisible = document.visibilityState === 'visible';
      if (signal.aborted || (isVisible && Date.now() >= dueAt)) {
        document.removeEventListener('visibilitychange', look);
        signal.removeEventListener('abort', look);
        resolve();
      } else if (isVisible) {
        timer = setTimeout(look, dueAt - Date.now());
      }
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
    look();
  });
}

/**
 * Keeps a conversation on show up to date until `signal` aborts, it is closed, or it may no longer be shown: every 5 s while
 * people write, then ever less often down to once a minute; not at all while nobody can see the view.
 */
export async function keepLive(start: Conversation, { refresh, onNews, signal }: LiveOptions): Promise<void> {
  let held = start;
  let heldAt = start.fetchedAt;
  let plan = planFirst(start, Date.now());
  while (plan.dueAt !== Number.POSITIVE_INFINITY) {
    await untilDue(plan.dueAt, signal);
    if (signal.aborted) return;
    const answer = await refresh(heldAt, plan.pause);
    if (signal.aborted) return;
    if (!answer) return onNews({ kind: 'end', failure: undefined });
    if (answer.ok) {
      if (answer.value.isTooLarge) return onNews({ kind: 'too-large' });
      const { conversation, fetchedAt } = answer.value;
      held = conversation ?? held;
      heldAt = fetchedAt;
      const { facts, gaps } = held;
      const news = { fetchedAt, isNew: conversation !== undefined, state: facts.state, hasHoles: gaps.length > 0 };
      plan = planAfterAnswer(plan, news, Date.now());
      onNews({ kind: 'answer', conversation: held, checkedAt: fetchedAt });
    } else if (endsReading(answer.failure)) {
      return onNews({ kind: 'end', failure: answer.failure });
    } else {
      const failure = answer.failure as Failure;
      plan = planAfterFailure(plan, failure.retryAt, Date.now());
      onNews({ kind: 'trouble', failure });
    }
  }
}
