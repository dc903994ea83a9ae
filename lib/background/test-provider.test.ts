import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import { fail } from '../domain/result.ts';
import { testProvider } from './test-provider.ts';

const client = vi.hoisted(() => ({ open: vi.fn() }));
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const draft = { settings: { provider: 'maax', baseUrl: 'https://maax.example/' }, typed: { apiKey: 'key' } } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  fakeBrowser.reset();
  stubPermissions(['https://maax.example/*']);
});

afterEach(() => vi.useRealTimers());

describe('a failed test', () => {
  it.each([
    [11, { kind: 'provider-down', provider: 'maax', status: 500 }],
    [18, { kind: 'timeout', reason: 'late', provider: 'maax', status: 500 }],
  ])('after %i s says what a look-up would say', async (seconds, failure) => {
    client.open.mockImplementation(async () => {
      vi.advanceTimersByTime(seconds * 1_000);
      return fail({ kind: 'provider-down', provider: 'maax', status: 500 });
    });
    expect(await testProvider(draft, '48213')).toEqual(fail(failure));
  });
});
