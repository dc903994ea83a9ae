import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Candidate } from '../../lib/domain/candidate.ts';
import type { TaughtRule } from '../../lib/domain/taught-rule.ts';
import { send, type TeachRefusal, tell } from '../../lib/platform/messages.ts';

/** How the teaching of a rule stands. */
export type TeachState =
  | { readonly state: 'ready' }
  | { readonly state: 'picking' }
  | { readonly state: 'kept'; readonly rule: TaughtRule }
  /** What the agent said is not the id is left out: by these rules, or because these were switched off. */
  | { readonly state: 'left-out'; readonly rules: readonly TaughtRule[] }
  | { readonly state: 'refused'; readonly kind: TeachRefusal['kind'] };

/** Lets the agent show where the id stands on the page. */
export interface Teaching {
  readonly status: TeachState;
  /** `instead`: what is shown, and is not the id. */
  readonly onPick: (instead?: Candidate) => void;
  /** This is not the id. */
  readonly onRefuse: (candidate: Candidate) => void;
  readonly onCancel: () => void;
}

/** What came of it; undefined where the background does not let us, or the agent cancelled. */
async function teach(tab: number, instead?: Candidate): Promise<TeachState | undefined> {
  try {
    const taught = await send('teach-rule', instead ? { tab, instead } : { tab });
    if (!taught) return undefined;
    if (taught.ok) return { state: 'kept', rule: taught.value };
    const { kind } = taught.failure;
    return kind === 'cancelled' ? undefined : { state: 'refused', kind };
  } catch {
    // The background ended meanwhile: nobody waits for the click any more.
    await tell('cancel-teaching', { tab });
    return { state: 'refused', kind: 'page-gone' };
  }
}

async function refuse(tab: number, candidate: Candidate): Promise<TeachState> {
  const refused = await tell('refuse-id', { tab, candidate });
  if (!refused) return { state: 'ready' };
  return refused.ok ? { state: 'left-out', rules: refused.value } : { state: 'refused', kind: refused.failure.kind };
}

/** What is said, and of which ticket: of none while the page waits for a click, whatever ticket it comes to show. */
interface Held {
  readonly tab: number;
  readonly status: TeachState;
  readonly ticket?: string | undefined;
}

/** What came of it is said as long as its ticket is shown. */
function readStatus(held: Held | undefined, tab: number | undefined, ticket: string | undefined): TeachState {
  const isSaid = held?.tab === tab && (held?.status.state === 'picking' || held?.ticket === ticket);
  return held && isSaid ? held.status : { state: 'ready' };
}

/** Teaching on the page of a tab, which shows `ticket`. Esc cancels here as it does there. */
export function useTeaching(tab: number | undefined, ticket: string | undefined): Teaching | undefined {
  const [held, setHeld] = useState<Held>();
  const shown = useRef(ticket);
  shown.current = ticket;
  const status = readStatus(held, tab, ticket);
  const isPicking = status.state === 'picking';
  const cancel = useCallback(() => void (tab !== undefined && tell('cancel-teaching', { tab })), [tab]);
  useEffect(() => {
    if (!isPicking) return;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && cancel();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isPicking, cancel]);
  if (tab === undefined) return undefined;
  const pick = async (instead?: Candidate) => {
    setHeld({ tab, status: { state: 'picking' } });
    const end = (await teach(tab, instead)) ?? { state: 'ready' };
    // The click was in the ticket that is shown by now.
    setHeld({ tab, status: end, ticket: shown.current });
  };
  const leaveOut = async (candidate: Candidate) => setHeld({ tab, status: await refuse(tab, candidate), ticket });
  return { status, onPick: (instead) => void pick(instead), onRefuse: (one) => void leaveOut(one), onCancel: cancel };
}
