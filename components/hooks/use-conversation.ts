import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatRef, isConversationId, type Ref } from '../../lib/domain/ref.ts';
import type { LookUpBy } from '../../lib/domain/standing.ts';
import type { LookUpState } from '../conversation/conversation-props.ts';
import { type Ready, readAgain, readConversation } from './read-conversation.ts';
import { useRecovery } from './use-recovery.ts';

/** How often the conversation was asked for again, and by whom last. */
interface Again {
  readonly visit: number;
  readonly count: number;
  readonly by: LookUpBy;
  /** What is on show meanwhile; absent: nothing of it is. */
  readonly shown?: Ready;
}

/** Another number each time that the name is another: who comes back to a conversation comes anew. */
function useVisit(name: string | undefined): number {
  const visit = useRef({ name, number: 0 });
  if (visit.current.name !== name) visit.current = { name, number: visit.current.number + 1 };
  return visit.current.number;
}

/**
 * Looks `ref` up and keeps the answer as long as `ref` is asked for. A change of `ref` drops the old conversation in the same
 * render. What is shown is kept up to date while it can be seen. `retry` asks again, by hand or as `retryBy` says, and so does
 * `readAgain`, with what is on show left in its place; where something that stood in the way is gone, it is asked for again as a
 * page would.
 */
export function useConversation(
  ref: Ref | undefined,
  by: LookUpBy,
  retryBy: LookUpBy = 'hand',
): LookUpState & { readonly retry: () => void; readonly readAgain: () => void } {
  const { provider, id } = ref ?? {};
  const visit = useVisit(ref && formatRef(ref));
  const [last, setLast] = useState<Again>();
  // What was asked again was the conversation of that time; the next one starts afresh.
  const again: Again = last !== undefined && last.visit === visit ? last : { visit, count: 0, by };
  const key = `${visit} ${again.count}`;
  const [held, setHeld] = useState<{ key: string; lookUp: LookUpState }>();
  const repeat = useCallback(
    (asker: LookUpBy, shown?: Ready) => {
      const next = { visit, by: asker, ...(shown ? { shown } : {}) };
      setLast((before) => ({ ...next, count: before && before.visit === visit ? before.count + 1 : 1 }));
    },
    [visit],
  );
  const retry = useCallback(() => repeat(retryBy), [repeat, retryBy]);
  const recover = useCallback(() => repeat('page'), [repeat]);
  // Before the paint, not after it: the request should not wait for a frame.
  useLayoutEffect(() => {
    if (provider === undefined || id === undefined) return;
    const wanted = new AbortController();
    const { signal } = wanted;
    const show = (lookUp: LookUpState) => {
      if (!signal.aborted) setHeld({ key, lookUp });
    };
    if (!isConversationId(id)) show({ state: 'failed', failure: { kind: 'bad-id', provider } });
    else if (again.shown) void readAgain(again.shown, again.by, { show, signal });
    else void readConversation({ provider, id }, again.by, { show, signal });
    return () => wanted.abort();
  }, [provider, id, key, again.by, again.shown]);
  const before: LookUpState = again.shown ? { ...again.shown, isReadAgain: true } : { state: 'loading' };
  const current = held?.key === key ? held.lookUp : before;
  const lookUp: LookUpState = ref ? current : { state: 'idle' };
  useRecovery(lookUp, provider, recover);
  const readOnce = () => {
    // What is being read already is not read twice.
    if (lookUp.state === 'ready' && !lookUp.isFilling && !lookUp.isReadAgain) repeat(retryBy, lookUp);
  };
  return { ...lookUp, retry, readAgain: readOnce };
}
