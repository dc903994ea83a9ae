import { describe, expect, it } from 'vitest';
import type { Candidate } from '../domain/candidate.ts';
import { resolveRefs } from './resolve-refs.ts';

const base: Candidate = { id: '254626', kind: 'field', label: 'Conversation ID', excerpt: '' };

describe('resolveRefs', () => {
  it.each([
    ['the provider that the page names', [{ ...base, provider: 'maax' }], ['socialboards'], [{ provider: 'maax', id: '254626' }]],
    ['the one that is set up', [base], ['socialboards'], [{ provider: 'socialboards', id: '254626' }]],
    [
      'both, where both are set up',
      [base],
      ['maax', 'socialboards'],
      [
        { provider: 'maax', id: '254626' },
        { provider: 'socialboards', id: '254626' },
      ],
    ],
    ['each id once', [base, { ...base, kind: 'text' }], ['maax'], [{ provider: 'maax', id: '254626' }]],
    ['nothing that was refused', [{ ...base, refusal: 'own-id' }], ['maax'], []],
  ] as const)('offers %s', (_, candidates, configured, refs) => {
    expect(resolveRefs(candidates, configured)).toEqual(refs);
  });

  it('puts what the site turned out to use first', () => {
    const refs = resolveRefs([base], ['maax', 'socialboards'], 'socialboards');
    expect(refs.map(({ provider }) => provider)).toEqual(['socialboards', 'maax']);
  });
});
