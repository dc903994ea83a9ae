import { isSameRef, type Ref } from '../../lib/domain/ref.ts';
import type { TabState } from '../../lib/domain/tab-state.ts';

/** Whether looking this up by hand says which chat system a ticket's id belongs to: its page does not, and there are several. */
export function isProviderChoice({ refs, fallbacks, candidates }: TabState, ref: Ref | undefined): boolean {
  const places = [...refs, ...fallbacks].filter(({ id }) => id === ref?.id);
  const isUnnamed = candidates.some(({ id, provider, refusal }) => id === ref?.id && !provider && !refusal);
  return isUnnamed && places.length > 1 && places.some((place) => isSameRef(place, ref));
}
