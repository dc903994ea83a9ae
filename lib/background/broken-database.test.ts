import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isLocked, stubAlarms } from '../../tests/unit/lock-stage.ts';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import { type Failure, fail } from '../domain/result.ts';
import { HANDLERS } from './handlers.ts';
import { changeKeysForSure, readKeys } from './keyring.ts';
import { lockNow } from './lock-session.ts';
import { openConversation } from './look-up.ts';
import { destroyKeys, setPassphrase, settleLock, unlock } from './passphrase.ts';
import { removeProvider } from './set-up-provider.ts';
import { testProvider } from './test-provider.ts';

const client = vi.hoisted(() => ({ open: vi.fn() }));
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const settings = { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' } as const;
const save = (apiKey: string) => HANDLERS['save-provider']({ settings, typed: { apiKey } }, { kind: 'page', page: 'options' });
const open = (id: string) => openConversation({ provider: 'maax', id }, 'page');
const UNREADABLE = { ok: false, failure: { kind: 'no-key', reason: 'unreadable-keys' } };
const UNREADABLE_MAAX = { ok: false, failure: { ...UNREADABLE.failure, provider: 'maax' } };
const isNoted = async () => (await fakeBrowser.storage.session.get('unreadableKeys')).unreadableKeys === true;
const askedWith = () => client.open.mock.calls.map(([, { secrets }]) => secrets.apiKey as string);

const READING = ['get', 'getAll', 'getAllKeys', 'openCursor'] as const;

/** What a database answers whose files are damaged, or whose disk is full. */
function breakStore(...methods: readonly ((typeof READING)[number] | 'put')[]): void {
  for (const method of methods) {
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
      throw new DOMException('Internal error.', 'UnknownError');
    });
  }
}

/** The database answers again. */
function mend(): void {
  vi.restoreAllMocks();
  stubPermissions(['https://app.maax.ai/*']);
}

beforeEach(async () => {
  fakeBrowser.reset();
  stubAlarms();
  await destroyKeys();
  stubPermissions(['https://app.maax.ai/*']);
  client.open.mockReset().mockResolvedValue(fail<Failure>({ kind: 'not-found', provider: 'maax' }));
  await removeProvider('maax');
  stubPermissions(['https://app.maax.ai/*']);
  await save('right-key');
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a database of keys that fails', () => {
  it('as it is read says so, asks nobody, changes nothing, and goes on when it answers again', async () => {
    breakStore(...READING);
    const answers = await Promise.all(['1', '2', '3'].map(open));
    expect(answers).toEqual([UNREADABLE_MAAX, UNREADABLE_MAAX, UNREADABLE_MAAX]);
    expect(client.open).not.toHaveBeenCalled();
    expect(await save('other-key')).toEqual(UNREADABLE_MAAX);
    expect(await testProvider({ settings, typed: {} }, '1')).toEqual(UNREADABLE_MAAX);
    expect(await removeProvider('maax')).toEqual(UNREADABLE_MAAX);
    expect(await isNoted()).toBe(true);
    mend();
    expect(await open('4')).toMatchObject({ failure: { kind: 'not-found' } });
    expect(askedWith()).toEqual(['right-key']);
    expect(await isNoted()).toBe(false);
  });

  it('says so, too, where nobody knows yet whether there is a passphrase', async () => {
    const message = { ref: { provider: 'maax', id: '1' }, by: 'page' } as const;
    await fakeBrowser.storage.session.clear();
    breakStore(...READING);
    expect(await HANDLERS.open(message, { kind: 'page', page: 'sidepanel' })).toEqual(UNREADABLE);
    await settleLock();
    expect(await setPassphrase('correct horse', 1)).toEqual(UNREADABLE);
    mend();
    expect(await HANDLERS.open(message, { kind: 'page', page: 'sidepanel' })).toMatchObject({ failure: { kind: 'not-found' } });
  });

  it.each<[string, () => void]>([
    ['to open it', () => vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest)],
    ['to read it', () => vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => ({}) as IDBRequest)],
  ])(
    'that never answers who asks %s is waited for once, however many ask, and no longer than the contract allows',
    async (what, hang) => {
      if (what === 'to open it') {
        breakStore(...READING);
        // What has failed is opened anew.
        await open('1');
        mend();
      }
      hang();
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const asked = Promise.all(['1', '2', '3'].map(open));
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
      await vi.advanceTimersByTimeAsync(8_000);
      expect(await asked).toMatchObject([UNREADABLE, UNREADABLE, UNREADABLE]);
      vi.useRealTimers();
      mend();
      expect(await open('4')).toMatchObject({ failure: { kind: 'not-found' } });
      expect(askedWith()).toEqual(['right-key']);
    },
  );

  it('as it is read loses no token that must not be lost', async () => {
    breakStore(...READING);
    await changeKeysForSure('maax', (kept) => ({ ...kept, secrets: { apiKey: 'renewed' } }));
    mend();
    expect(await readKeys('maax')).toMatchObject({ value: { secrets: { apiKey: 'renewed' } } });
  });

  it('behind a passphrase says so to who unlocks, and keeps nobody from locking', async () => {
    await setPassphrase('correct horse', 1);
    breakStore(...READING);
    expect(await lockNow()).toBe(true);
    expect(await isLocked()).toBe(true);
    expect(await unlock('correct horse')).toEqual(UNREADABLE);
    mend();
    expect(await unlock('correct horse')).toEqual({ ok: true, value: null });
    expect(await readKeys('maax')).toMatchObject({ value: { secrets: { apiKey: 'right-key' } } });
  });

  it('for good can be thrown away, and the keys entered again', async () => {
    breakStore(...READING);
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
      throw new DOMException('Internal error.', 'UnknownError');
    });
    await destroyKeys();
    mend();
    expect(await readKeys('maax')).toEqual({ ok: true, value: { secrets: {} } });
    expect(await save('new-key')).toMatchObject({ ok: true });
    await open('1');
    expect(askedWith()).toEqual(['new-key']);
  });

  it('as it is written says that nothing was stored, and the key of before goes on', async () => {
    breakStore('put');
    expect(await save('other-key')).toEqual(fail({ kind: 'not-stored' }));
    expect(await open('1')).toMatchObject({ failure: { kind: 'not-found' } });
    mend();
    await open('2');
    expect(askedWith()).toEqual(['right-key', 'right-key']);
  });
});
