import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import { type Failure, fail } from '../domain/result.ts';
import { HANDLERS } from './handlers.ts';
import { openConversation } from './look-up.ts';
import { removeProvider } from './set-up-provider.ts';

const client = vi.hoisted(() => ({ open: vi.fn() }));
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const settings = { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' } as const;
const save = (apiKey: string) => HANDLERS['save-provider']({ settings, typed: { apiKey } }, { kind: 'page', page: 'options' });
const open = (id: string) => openConversation({ provider: 'maax', id }, 'page');
const askedWith = () => client.open.mock.calls.map(([, { secrets }]) => secrets.apiKey as string);

/** What a database answers whose files are damaged, or whose disk is full. */
function breakStore(...methods: readonly ('get' | 'getAll' | 'getAllKeys' | 'openCursor' | 'put')[]): void {
  for (const method of methods) {
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
      throw new DOMException('Internal error.', 'UnknownError');
    });
  }
}

beforeEach(async () => {
  fakeBrowser.reset();
  stubPermissions(['https://app.maax.ai/*']);
  client.open.mockReset().mockResolvedValue(fail<Failure>({ kind: 'not-found', provider: 'maax' }));
  await removeProvider('maax');
  stubPermissions(['https://app.maax.ai/*']);
  await save('right-key');
});

afterEach(() => vi.restoreAllMocks());

describe('a database of keys that fails', () => {
  // The view then asks a few times more and says that there was no answer, with "Try again": see ask-background.test.ts.
  it('as it is read asks nobody, holds up nobody, and has lost nothing when it answers again', async () => {
    breakStore('get', 'getAll', 'getAllKeys', 'openCursor');
    const answers = await Promise.allSettled(['1', '2', '3'].map(open));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(client.open).not.toHaveBeenCalled();
    expect(await save('other-key')).toEqual(fail({ kind: 'not-stored' }));
    vi.restoreAllMocks();
    stubPermissions(['https://app.maax.ai/*']);
    expect(await open('4')).toMatchObject({ failure: { kind: 'not-found' } });
    expect(askedWith()).toEqual(['right-key']);
  });

  it('as it is written says that nothing was stored, and the key of before goes on', async () => {
    breakStore('put');
    expect(await save('other-key')).toEqual(fail({ kind: 'not-stored' }));
    expect(await open('1')).toMatchObject({ failure: { kind: 'not-found' } });
    vi.restoreAllMocks();
    stubPermissions(['https://app.maax.ai/*']);
    await open('2');
    expect(askedWith()).toEqual(['right-key', 'right-key']);
  });
});
