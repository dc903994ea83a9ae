import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { ProviderDirectory } from '../../lib/domain/provider-settings.ts';
import { formatRef, isConversationId, type ProviderId, type Ref } from '../../lib/domain/ref.ts';
import type { LookUpBy } from '../../lib/domain/standing.ts';
import { watchAccess } from '../../lib/platform/access.ts';
import type { LookUpState } from '../conversation/conversation-props.ts';
import { readConversation } from './read-conversation.ts';
import { useStored } from './use-stored.ts';

/** Failures that a change of the provider's settings may have mended. */
const MENDED_BY_SETTINGS = new Set<string>(['no-key', 'key-rejected', 'forbidden', 'unreachable', 'not-found']);

/**
 * Looks `ref` up and keeps the answer as long as `ref` is asked for. A change of `ref` drops the old conversation in the same
 * render. What is shown is kept up to date while it can be seen. `retry` asks again, by hand.
 */
export function useConversation(ref: Ref | undefined, by: LookUpBy): LookUpState & { readonly retry: () => void } {
  const { provider, id } = ref ?? {};
  const name = ref && formatRef(ref);
  const [retried, setRetried] = useState<{ name: string | undefined; count: number }>({ name, count: 0 });
  // A retry belongs to the conversation it was asked for; the next one starts afresh.
  const count = retried.name === name ? retried.count : 0;
  const key = `${name} ${count}`;
  const [held, setHeld] = useState<{ key: string; lookUp: LookUpState }>();
  const retry = useCallback(() => setRetried((last) => ({ name, count: last.name === name ? last.count + 1 : 1 })), [name]);
  // Before the paint, not after it: the request should not wait for a frame.
  useLayoutEffect(() => {
    if (provider === undefined || id === undefined) return;
    const wanted = new AbortController();
    const { signal } = wanted;
    const show = (lookUp: LookUpState) => {
      if (!signal.aborted) setHeld({ key, lookUp });
    };
    if (isConversationId(id)) void readConversation({ provider, id }, count > 0 ? 'hand' : by, { show, signal });
    else show({ state: 'failed', failure: { kind: 'bad-id', provider } });
    return () => wanted.abort();
  }, [provider, id, key, count, by]);
  const current: LookUpState = held?.key === key ? held.lookUp : { state: 'loading' };
  const lookUp: LookUpState = ref ? current : { state: 'idle' };
  useRecovery(lookUp, provider, retry);
  return { ...lookUp, retry };
}

const NOTHING_SAVED: ProviderDirectory = {};

/** Another address, another sign-in or none: what is shown may be another account's. */
function isOtherAccount(a: ProviderDirectory, b: ProviderDirectory, provider: ProviderId | undefined): boolean {
  return provider !== undefined && JSON.stringify(a[provider]?.settings) !== JSON.stringify(b[provider]?.settings);
}

/** Asks again by itself when what stood in the way is gone: access given, settings saved, network back. */
function useRecovery(lookUp: LookUpState, provider: ProviderId | undefined, retry: () => void): void {
  const { state } = lookUp;
  const kind = lookUp.state === 'failed' ? lookUp.failure.kind : undefined;
  const providers = useStored('local', 'providers');
  const saved = providers.isRead ? (providers.value ?? NOTHING_SAVED) : undefined;
  const [savedBefore, setSavedBefore] = useState<ProviderDirectory>();
  useEffect(() => {
    if (saved === undefined || saved === savedBefore) return;
    setSavedBefore(saved);
    if (savedBefore === undefined) return;
    const isMendable = state === 'no-access' || (kind !== undefined && MENDED_BY_SETTINGS.has(kind));
    const isOpen = state === 'ready' || state === 'loading';
    if (isMendable || (isOpen && isOtherAccount(savedBefore, saved, provider))) retry();
  }, [saved, savedBefore, state, kind, provider, retry]);
  useEffect(() => {
    const watching = new AbortController();
    if (state === 'no-access') watchAccess(retry, watching.signal);
    if (kind === 'offline') addEventListener('online', retry, { signal: watching.signal });
    return () => watching.abort();
  }, [state, kind, retry]);
}
