import { useState } from 'preact/hooks';
import { formatRef, type Ref } from '../../lib/domain/ref.ts';
import { EMPTY_TAB, type TabState } from '../../lib/domain/tab-state.ts';
import { useStored } from './use-stored.ts';

export interface FollowedTicket extends TabState {
  /** The conversation on show: the agent's choice in this ticket, else the best one. */
  readonly selected?: Ref;
  readonly select: (ref: Ref) => void;
  /** The same id in another chat system, where the page does not say which one is meant. */
  readonly alternative?: Ref;
  /** The selected one does not exist: takes it from the list, so that its alternative is next. */
  readonly pass: () => void;
}

interface Choice {
  readonly ref?: string;
  readonly passed: readonly string[];
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
  const passedIds = state.refs.filter((ref) => choice.passed.includes(formatRef(ref))).map(({ id }) => id);
  const offered = [...state.refs, ...state.fallbacks.filter(({ id }) => passedIds.includes(id))];
  const refs = offered.filter((ref) => !choice.passed.includes(formatRef(ref)));
  const selected = refs.find((ref) => formatRef(ref) === choice.ref) ?? refs[0];
  const alternative = [...refs, ...state.fallbacks].find(
    (ref) => !choice.passed.includes(formatRef(ref)) && ref.id === selected?.id && ref.provider !== selected.provider,
  );
  return {
    ...state,
    refs,
    ...(selected ? { selected } : {}),
    ...(alternative ? { alternative } : {}),
    select: (ref) => setHeld({ ticket, choice: { ...choice, ref: formatRef(ref) } }),
    pass: () => selected && setHeld({ ticket, choice: { passed: [...choice.passed, formatRef(selected)] } }),
  };
}
