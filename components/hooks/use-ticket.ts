import { useState } from 'preact/hooks';
import { formatRef, type Ref } from '../../lib/domain/ref.ts';
import { EMPTY_TAB, type TabState } from '../../lib/domain/tab-state.ts';
import { type Choice, type Offer, offerRefs } from './offer-refs.ts';
import { useStored } from './use-stored.ts';

/** What is selected is the agent's choice in this ticket, else the best one. */
export interface FollowedTicket extends TabState, Offer {
  readonly select: (ref: Ref) => void;
  /** The selected one does not exist: its alternative is next. */
  readonly pass: () => void;
}

const NO_CHOICE: Choice = { passed: [] };

/** The ticket that a tab shows. A choice among several conversations lasts as long as the ticket does. */
export function useTicket(tab: number | undefined): FollowedTicket {
  const { isRead, value } = useStored('session', tab === undefined ? undefined : `tab:${tab}`);
  const [held, setHeld] = useState<{ ticket: string; choice: Choice }>();
  // A tab without state has no enabled site in it: nothing is coming.
  const state = value ?? { ...EMPTY_TAB, settled: isRead };
  const ticket = `${tab} ${state.ticket}`;
  const choice = held?.ticket === ticket ? held.choice : NO_CHOICE;
  const offer = offerRefs(state, choice);
  const { selected, alternative } = offer;
  const passed = selected ? [...choice.passed, formatRef(selected)] : choice.passed;
  return {
    ...state,
    ...offer,
    select: (ref) => setHeld({ ticket, choice: { ...choice, ref: formatRef(ref), isByAgent: true } }),
    pass: () => setHeld({ ticket, choice: { passed, ...(alternative ? { ref: formatRef(alternative) } : {}) } }),
  };
}
