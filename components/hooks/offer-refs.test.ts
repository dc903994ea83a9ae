import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../lib/domain/candidate.ts';
import type { ProviderId, Ref } from '../../lib/domain/ref.ts';
import type { TabState } from '../../lib/domain/tab-state.ts';
import { type Choice, offerRefs } from './offer-refs.ts';

function ref(provider: ProviderId, id = '7'): Ref {
  return { provider, id };
}

function unnamed(id = '7'): Candidate {
  return { id, kind: 'field', label: 'ID', excerpt: '' };
}

function hold(refs: readonly Ref[], fallbacks: readonly Ref[] = [], candidates: readonly Candidate[] = [unnamed()]): TabState {
  return { settled: true, refs, fallbacks, candidates };
}

const BOTH = hold([ref('maax'), ref('socialboards')]);
/** The site is known to use SocialBoards. */
const ONE = hold([ref('socialboards')], [ref('maax')]);
const NOTHING: Choice = { passed: [] };

function choose(name: string): Choice {
  return { ref: name, isByAgent: true, passed: [] };
}

describe('what a ticket offers', () => {
  it.each<[string, TabState, Choice, object]>([
    ['the best one first', BOTH, NOTHING, { selected: ref('maax'), alternative: ref('socialboards'), isChosen: false }],
    ['what the agent selected', BOTH, choose('socialboards:7'), { selected: ref('socialboards'), isChosen: true }],
    ['what the first "not found" led to', BOTH, { passed: ['maax:7'], ref: 'socialboards:7' }, { isChosen: false }],
    ['no choice where the page names the chat system', { ...BOTH, candidates: [] }, choose('maax:7'), { isChosen: false }],
    ['no choice where there is one chat system only', hold([ref('maax')]), choose('maax:7'), { isChosen: false }],
    ['what the site uses', ONE, NOTHING, { refs: [ref('socialboards')], alternative: ref('maax') }],
  ])('is %s', (_, state, choice, expected) => {
    expect(offerRefs(state, choice)).toMatchObject(expected);
  });

  it('keeps its tabs where they are once the choice is remembered', () => {
    const choice = choose('socialboards:7');
    expect(offerRefs(ONE, choice).refs).toEqual(offerRefs(BOTH, choice).refs);
    expect(offerRefs(ONE, choice)).toMatchObject({ selected: ref('socialboards'), isChosen: true });
  });

  it('loses the tab that does not exist, and nothing else', () => {
    const several = hold([ref('maax', '5'), ref('socialboards')], [ref('maax')]);
    const passed: Choice = { passed: ['socialboards:7'], ref: 'maax:7' };
    expect(offerRefs(several, passed)).toMatchObject({ refs: [ref('maax', '5'), ref('maax')], selected: ref('maax') });
  });

  it('has no way out where no chat system knows the id', () => {
    expect(offerRefs(BOTH, { passed: ['maax:7'], ref: 'socialboards:7' })).not.toHaveProperty('alternative');
  });
});
