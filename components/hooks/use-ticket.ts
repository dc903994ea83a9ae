import { useState } from 'preact/hooks';
import { formatRef, type Ref } from '../../lib/domain/ref.ts';
import { EMPTY_TAB, type TabState } from '../../lib/domain/tab-state.ts';
import { useStored } from './use-stored.ts';

export interface FollowedTicket extends TabState {
  /** The conversation on show: the agent's choice in this ticket, else the best one. */
  readonly selected?: Ref;
  readonly select: (ref: Ref) => void;
}

/** The ticket that a tab shows. A choice among several conversations lasts as long as the ticket does. */
export function useTicket(tab: number | undefined): FollowedTicket {
  const { isRead, value } = useStored('session', tab === undefined ? undefined : `tab:${tab}`);
  const [choice, setChoice] = useState<{ tab: number | undefined; ticket: string | undefined; ref: string }>();
  // A tab without state has no enabled site in it: nothing is coming.
  const state = value ?? { ...EMPTY_TAB, settled: isRead };
  const isValid = choice !== undefined && choice.tab === tab && choice.ticket === state.ticket;
  const chosen = isValid ? state.refs.find((ref) => formatRef(ref) === choice.ref) : undefined;
  const selected = chosen ?? state.refs[0];
  return {
    ...state,
    ...(selected ? { selected } : {}),
    select: (ref) => setChoice({ tab, ticket: state.ticket, ref: formatRef(ref) }),
  };
}
