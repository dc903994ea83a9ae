import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import { type Failure, fail, succeed } from '../domain/result.ts';
import { readPlainKeys } from '../platform/keys.ts';
import { changeKeys } from './keyring.ts';
import { openConversation } from './look-up.ts';
import { removeProvider, saveProvider } from './set-up-provider.ts';

const client = vi.hoisted(() => ({ open: vi.fn() }));
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const ref = { provider: 'maax', id: '48213' } as const;
const missing: Failure = { kind: 'not-found', provider: 'maax' };
const before = { settings: { provider: 'maax', baseUrl: 'https://old.example/' }, typed: { apiKey: 'old-key' } } as const;
const after = { settings: { provider: 'maax', baseUrl: 'https://new.example/' }, typed: { apiKey: 'new-key' } } as const;

/** What goes to whom, as a look-up would send it. */
async function listSent(): Promise<unknown[]> {
  client.open.mockClear();
  await openConversation(ref, 'hand');
  return client.open.mock.calls.map(([, { settings, secrets }]) => ({ to: settings.baseUrl, key: secrets.apiKey }));
}

beforeEach(async () => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  stubPermissions(['https://old.example/*', 'https://new.example/*']);
  client.open.mockResolvedValue(fail(missing));
  await removeProvider('maax');
  stubPermissions(['https://old.example/*', 'https://new.example/*']);
  expect(await saveProvider(before)).toEqual(succeed(null));
});

describe('a save', () => {
  it('changes nothing where the browser stores nothing, and says so', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    expect(await saveProvider(after)).toEqual(fail({ kind: 'not-stored' }));
    expect(await listSent()).toEqual([{ to: 'https://old.example/', key: 'old-key' }]);
    expect(await saveProvider(after)).toEqual(succeed(null));
    expect(await listSent()).toEqual([{ to: 'https://new.example/', key: 'new-key' }]);
  });

  it('changes nothing where the browser takes no key, and says so', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await saveProvider(after)).toEqual(fail({ kind: 'not-stored' }));
    vi.restoreAllMocks();
    client.open.mockResolvedValue(fail(missing));
    expect(await listSent()).toEqual([{ to: 'https://old.example/', key: 'old-key' }]);
  });

  it('tells the first failure where the old key cannot be put back either, and puts it back as soon as it can', async () => {
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (this: IDBObjectStore, ...args) {
      return put.apply(this, args);
    });
    puts.mockImplementation(() => {
      throw new DOMException('Internal error.', 'UnknownError');
    });
    expect(await saveProvider(after)).toEqual(fail({ kind: 'not-stored' }));
    expect(puts).toHaveBeenCalledTimes(2);
    vi.restoreAllMocks();
    client.open.mockResolvedValue(fail(missing));
    expect(await listSent()).toEqual([{ to: 'https://old.example/', key: 'old-key' }]);
    expect((await readPlainKeys()).maax).toMatchObject({ secrets: { apiKey: 'old-key' } });
  });

  it('that was cut short after the keys is finished: no key goes to the address of another', async () => {
    // What a worker that dies between the two writes leaves behind.
    await changeKeys('maax', () => ({ secrets: after.typed, settings: after.settings }));
    expect(await listSent()).toEqual([{ to: 'https://new.example/', key: 'new-key' }]);
    expect(await fakeBrowser.storage.local.get('providers')).toMatchObject({
      providers: { maax: { settings: after.settings, stored: ['apiKey'] } },
    });
  });

  it('that was cut short keeps a stored key from the address before', async () => {
    await changeKeys('maax', () => ({ secrets: after.typed, settings: after.settings }));
    const again = await saveProvider({ settings: before.settings, typed: {} });
    expect(again).toEqual(fail({ kind: 'draft', problems: [{ field: 'apiKey', problem: 'secret-again' }] }));
  });

  it.each([
    ['no record', 5],
    ['no secrets', { grant: 1 }],
    ['a secret that is no text', { secrets: { apiKey: 5 } }],
  ])('that was damaged in the browser (%s) is as good as none', async (_, kept) => {
    await changeKeys('maax', () => kept as never);
    // The client, handed no key, says that there is none.
    expect(await listSent()).toEqual([{ to: 'https://old.example/', key: undefined }]);
    expect(await saveProvider(after)).toEqual(succeed(null));
    expect(await listSent()).toEqual([{ to: 'https://new.example/', key: 'new-key' }]);
  });
});
