import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Ref } from '../../lib/domain/ref.ts';
import { tell } from '../../lib/platform/messages.ts';
import type { LookUpState } from '../conversation/conversation-props.ts';

/** Where else an id may be looked up. */
interface Alternative {
  readonly selected?: Ref | undefined;
  readonly alternative?: Ref | undefined;
  /** The agent selected this chat system among several. */
  readonly isChosen?: boolean;
  readonly pass: () => void;
}

/**
 * Where the page does not say which chat system an id belongs to: one that does not know it leads to the other. What was found
 * there, or where the agent chose to look and found it, is remembered for the site of `tab`: the next ticket asks the right one
 * at once. True: both were asked, and neither knows it.
 */
export function useAlternative(ticket: Alternative, lookUp: LookUpState, tab: number | undefined): boolean {
  const { alternative, selected, isChosen = false, pass } = ticket;
  const [passedTo, setPassedTo] = useState<string>();
  const isMissing = lookUp.state === 'failed' && lookUp.failure.kind === 'not-found';
  // Before the paint: the agent need not see the first "not found".
  useLayoutEffect(() => {
    if (!isMissing || !alternative) return;
    setPassedTo(alternative.id);
    pass();
  }, [isMissing, alternative, pass]);
  const isFound = lookUp.state === 'ready' && (isChosen || (passedTo !== undefined && passedTo === selected?.id));
  const provider = selected?.provider;
  useEffect(() => {
    if (isFound && provider && tab !== undefined) void tell('prefer-provider', { tab, provider, isChosen });
  }, [isFound, isChosen, provider, tab]);
  return isMissing && passedTo !== undefined && passedTo === selected?.id && !alternative;
}
