import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildConversationUrl } from './conversation-url.ts';

const PATH = { provider: 'maax', base: 'https://app.maax.ai/api/v2/', before: 'conversations/', after: '/' } as const;

describe('buildConversationUrl', () => {
  it('puts the id between what stands before and after it', () => {
    const url = buildConversationUrl({ ...PATH, id: '48213' });
    expect(url).toMatchObject({ ok: true });
    expect(url.ok && url.value.href).toBe('https://app.maax.ai/api/v2/conversations/48213/');
  });

  it.each(['.', '..', '%2e%2e', '../../admin', 'a/b', 'a\\b', '1?x=1', '1#y', '1;', '//evil', '', '\0', '1'.repeat(4096), '１'])(
    'refuses the id %j',
    (id) => {
      expect(buildConversationUrl({ ...PATH, id })).toEqual({ ok: false, failure: { kind: 'bad-id', provider: 'maax' } });
    },
  );

  it('refuses a base URL that no set-up would have taken', () => {
    for (const base of ['http://app.maax.ai/', 'https://a@b.example/', 'x']) {
      expect(buildConversationUrl({ ...PATH, base, id: '1' })).toMatchObject({ failure: { kind: 'unreachable' } });
    }
  });

  it('for any id is refused or has exactly the path that is meant', () => {
    const id = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
      fc.webPath(),
    );
    fc.assert(
      fc.property(id, (text) => {
        const url = buildConversationUrl({ ...PATH, id: text });
        if (url.ok) {
          expect(url.value.href).toBe(`https://app.maax.ai/api/v2/conversations/${text}/`);
          expect(text).toMatch(/^[1-9]\d*$/);
        }
      }),
    );
  });
});
