import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyring } from './keyring-schema.ts';

const RIGHT = {
  secrets: { apiKey: 'key-1', refreshToken: 'refresh-1' },
  settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' },
  grant: { accessToken: 'token-1', expiresAt: 9 },
  tested: { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, typed: 'typed-1', refreshToken: 'refresh-2' },
} as const;

const names = fc.constantFrom(
  'secrets',
  'settings',
  'grant',
  'apiKey',
  'refreshToken',
  'accessToken',
  'expiresAt',
  '__proto__',
  'x',
);
const part = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.dictionary(names, fc.oneof(fc.string(), fc.constantFrom(...Object.values(RIGHT)), fc.jsonValue({ maxDepth: 0 }))),
);

describe('stored keys', () => {
  it('that are damaged count as not there, end up in no other field, and cost no other provider its own', () => {
    const damaged = fc.oneof(
      part,
      fc.dictionary(names, part).map((changed) => ({ ...RIGHT, ...changed })),
    );
    fc.assert(
      fc.property(damaged, (maax) => {
        const { data } = keyring.safeParse({ maax, socialboards: RIGHT });
        expect(data?.socialboards).toEqual(RIGHT);
        const stored = maax as { readonly secrets?: Record<string, unknown>; readonly grant?: Record<string, unknown> } | null;
        for (const [name, secret] of Object.entries(data?.maax?.secrets ?? {})) {
          expect([typeof secret, secret]).toEqual(['string', stored?.secrets?.[name]]);
        }
        if (data?.maax?.grant) expect(data.maax.grant.accessToken).toBe(stored?.grant?.accessToken);
      }),
    );
  });
});
