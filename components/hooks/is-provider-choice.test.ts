import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../lib/domain/candidate.ts';
import type { Ref } from '../../lib/domain/ref.ts';
import { EMPTY_TAB, type TabState } from '../../lib/domain/tab-state.ts';
import { isProviderChoice } from './is-provider-choice.ts';

const maax: Ref = { provider: 'maax', id: '48213' };
const boards: Ref = { provider: 'socialboards', id: '48213' };
const unnamed: Candidate = { id: '48213', kind: 'field', label: 'Conversation ID', excerpt: '' };
const both: TabState = { ...EMPTY_TAB, refs: [maax], fallbacks: [boards], candidates: [unnamed] };

describe('a look-up by hand', () => {
  it.each<[string, boolean, TabState, Ref | undefined]>([
    ['says which chat system is meant', true, both, boards],
    ['says nothing about another ticket’s id', false, both, { ...boards, id: '1' }],
    ['says nothing where the page names the chat system', false, { ...both, candidates: [{ ...unnamed, provider: 'maax' }] }, maax],
    ['says nothing of a refused number', false, { ...both, candidates: [{ ...unnamed, refusal: 'own-id' }] }, maax],
    ['says nothing where one chat system is set up', false, { ...both, fallbacks: [] }, maax],
    ['says nothing yet', false, both, undefined],
  ])('%s', (_, isChoice, state, ref) => {
    expect(isProviderChoice(state, ref)).toBe(isChoice);
  });
});
