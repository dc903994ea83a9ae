import { formatRef, PROVIDER_IDS, type Ref } from '../../lib/domain/ref.ts';
import type { TabState } from '../../lib/domain/tab-state.ts';

/** What the agent and the answers have made of one ticket's ids so far. */
export interface Choice {
  /** Selected, by name. */
  readonly ref?: string;
  /** The agent selected it; otherwise it is where a "not found" led. */
  readonly isByAgent?: boolean;
  /** Those that do not exist, by name. */
  readonly passed: readonly string[];
}

export interface Offer {
  /** What can be looked up, best first. */
  readonly refs: readonly Ref[];
  readonly selected?: Ref;
  /** The same id in another chat system, where the page does not say which one is meant. */
  readonly alternative?: Ref;
  /** The agent chose one of several chat systems for an id of which the page does not say whose it is. */
  readonly isChosen: boolean;
}

/** An id that the agent or an answer has to do with keeps the places of all its chat systems, whatever is preferred by now. */
function placeBeside(ref: Ref, fallbacks: readonly Ref[]): readonly Ref[] {
  const beside = fallbacks.filter(({ id }) => id === ref.id);
  return [ref, ...beside].sort((a, b) => PROVIDER_IDS.indexOf(a.provider) - PROVIDER_IDS.indexOf(b.provider));
}

/** What a ticket offers to look up, and what of it is looked up now. */
export function offerRefs({ refs, fallbacks, candidates }: TabState, choice: Choice): Offer {
  const isPassed = (ref: Ref) => choice.passed.includes(formatRef(ref));
  const isTouched = (ref: Ref) => [ref, ...fallbacks].some((one) => one.id === ref.id && (isPassed(one) || isChoice(one)));
  const isChoice = (ref: Ref) => formatRef(ref) === choice.ref;
  const all = refs.flatMap((ref) => (isTouched(ref) ? placeBeside(ref, fallbacks) : [ref]));
  const offered = all.filter((ref) => !isPassed(ref));
  const selected = offered.find(isChoice) ?? offered[0];
  const others = [...all, ...fallbacks].filter(({ id, provider }) => id === selected?.id && provider !== selected.provider);
  const alternative = others.find((ref) => !isPassed(ref));
  const isUnnamed = candidates.some(({ id, provider, refusal }) => id === selected?.id && !provider && !refusal);
  const isByAgent = choice.isByAgent === true && selected !== undefined && isChoice(selected);
  return {
    refs: offered,
    ...(selected ? { selected } : {}),
    ...(alternative ? { alternative } : {}),
    isChosen: isByAgent && isUnnamed && others.length > 0,
  };
}
