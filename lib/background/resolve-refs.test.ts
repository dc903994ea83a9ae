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
    expect(resolveRefs(candidates, { configured })).toEqual({ refs, fallbacks: [] });
  });

  it('offers only what the site turned out to use, and keeps the other to fall back on', () => {
    expect(resolveRefs([base], { configured: ['maax', 'socialboards'], preferred: 'socialboards' })).toEqual({
      refs: [{ provider: 'socialboards', id: '254626' }],
      fallbacks: [{ provider: 'maax', id: '254626' }],
    });
  });

  it('lets the page overrule what the site turned out to use', () => {
    const refs = [{ provider: 'maax', id: '254626' }];
    const knowledge = { configured: ['maax', 'socialboards'], preferred: 'socialboards' } as const;
    expect(resolveRefs([{ ...base, provider: 'maax' }], knowledge)).toEqual({ refs, fallbacks: [] });
  });
});
