import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type ConfiguredProvider, isSameSettings } from '../../lib/domain/provider-settings.ts';
import type { ProviderId } from '../../lib/domain/ref.ts';
import { hasAccess, watchAccess } from '../../lib/platform/access.ts';
import { listProviderUrls } from '../../lib/providers/catalog.ts';
import type { LookUpState } from '../conversation/conversation-props.ts';
import { useStored } from './use-stored.ts';

/** Failures that saving the very same settings may have mended: the provider is asked again. */
const MENDED_BY_SAVING = new Set<string>(['no-key', 'key-rejected', 'forbidden', 'unreachable', 'not-found']);

/** States that an account's answer, or the want of one, has led to. */
const ANSWERED = new Set<LookUpState['state']>(['loading', 'ready', 'failed', 'no-access']);

/** What a provider was when the view looked last. `saved`: absent where it is not set up. */
interface Seen {
  readonly provider: ProviderId | undefined;
  readonly saved: ConfiguredProvider | undefined;
}

/** Another address, another sign-in, another key or none: what is shown may be another account's. */
function isOtherAccount(a: ConfiguredProvider | undefined, b: ConfiguredProvider | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  return a.changedAt !== b.changedAt || !isSameSettings(a.settings, b.settings);
}

/** Calls back when the browser has taken back what this provider's hosts were granted. */
function watchLoss({ settings }: ConfiguredProvider, onLoss: () => void, signal: AbortSignal): void {
  const urls = listProviderUrls(settings);
  watchAccess(async () => {
    if (!(await hasAccess(urls)) && !signal.aborted) onLoss();
  }, signal);
}

/** Calls back when the browser can read the keys again, for want of which a look-up failed. */
function useReadability(lookUp: LookUpState, onMended: () => void): void {
  const isWaiting = lookUp.state === 'failed' && lookUp.failure.reason === 'unreadable-keys';
  const { value } = useStored('session', isWaiting ? 'unreadableKeys' : undefined);
  const wasUnreadable = useRef(false);
  useEffect(() => {
    if (isWaiting && wasUnreadable.current && !value) onMended();
    wasUnreadable.current = isWaiting && (value ?? false);
  }, [isWaiting, value, onMended]);
}

/**
 * Asks again by itself when what stood in the way is gone: access given, its provider's settings saved, network
 * back, keys readable. And when access is lost: what is on show may then be shown no longer.
 */
export function useRecovery(lookUp: LookUpState, provider: ProviderId | undefined, recover: () => void): void {
  const { state } = lookUp;
  const kind = lookUp.state === 'failed' ? lookUp.failure.kind : undefined;
  useReadability(lookUp, recover);
  const { isRead, value } = useStored('local', 'providers');
  const saved = provider && value?.[provider];
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    if (!isRead || (seen?.provider === provider && JSON.stringify(seen?.saved) === JSON.stringify(saved))) return;
    setSeen({ provider, saved });
    if (seen === undefined || seen.provider !== provider) return;
    const isMendable = state === 'no-access' || (kind !== undefined && MENDED_BY_SAVING.has(kind));
    if (isMendable || (ANSWERED.has(state) && isOtherAccount(seen.saved, saved))) recover();
  }, [isRead, provider, saved, seen, state, kind, recover]);
  // At once, not after the paint: the network may be back by then.
  useLayoutEffect(() => {
    const watching = new AbortController();
    if (state === 'no-access') watchAccess(recover, watching.signal);
    else if (state === 'ready' && saved) watchLoss(saved, recover, watching.signal);
    if (kind === 'offline') addEventListener('online', recover, { signal: watching.signal });
    return () => watching.abort();
  }, [state, kind, saved, recover]);
}
