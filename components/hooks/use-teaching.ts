import { useState } from 'preact/hooks';
import type { TaughtRule } from '../../lib/domain/taught-rule.ts';
import { send, type TeachRefusal } from '../../lib/platform/messages.ts';

/** How the teaching of a rule stands. */
export type TeachState =
  | { readonly state: 'ready' }
  | { readonly state: 'picking' }
  | { readonly state: 'kept'; readonly rule: TaughtRule }
  | { readonly state: 'refused'; readonly kind: TeachRefusal['kind'] };

/** Lets the agent show where the id stands on the page. */
export interface Teaching {
  readonly status: TeachState;
  readonly onPick: () => void;
  readonly onCancel: () => void;
}

/** Teaching on the page of a tab; what came of it is said until another tab is followed. */
export function useTeaching(tab: number | undefined): Teaching | undefined {
  const [held, setHeld] = useState<{ tab: number; status: TeachState }>();
  if (tab === undefined) return undefined;
  const pick = async () => {
    setHeld({ tab, status: { state: 'picking' } });
    const taught = await send('teach-rule', { tab });
    if (!taught) return setHeld(undefined);
    if (taught.ok) return setHeld({ tab, status: { state: 'kept', rule: taught.value } });
    const { kind } = taught.failure;
    setHeld(kind === 'cancelled' ? undefined : { tab, status: { state: 'refused', kind } });
  };
  return {
    status: held?.tab === tab ? held.status : { state: 'ready' },
    onPick: () => void pick(),
    onCancel: () => void send('cancel-teaching', { tab }),
  };
}
