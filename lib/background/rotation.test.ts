import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Emulator, startEmulator } from '../../demo/emulator/server.ts';
import { DEMO_KEYS } from '../../demo/emulator/state.ts';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import type { ProviderDraft } from '../domain/provider-settings.ts';
import { toMatchPattern } from '../platform/access.ts';
import { readPlainKeys } from '../platform/keys.ts';
import { readKeys } from './keyring.ts';
import { openConversation, readRest } from './look-up.ts';
import { removeProvider, saveProvider } from './set-up-provider.ts';

const IDS = ['254626', '255762', '2555100', '4478963'];

let emulator: Emulator;

function draft({ url }: Emulator): ProviderDraft {
  const settings = { provider: 'socialboards', signIn: 'refresh-token', clientId: DEMO_KEYS.clientId, community: '' } as const;
  return {
    settings: { ...settings, baseUrl: `${url}/`, tokenUrl: `${url}/token` },
    typed: { refreshToken: DEMO_KEYS.refreshToken },
  };
}

const openAll = () => Promise.all(IDS.map((id) => openConversation({ provider: 'socialboards', id }, 'hand')));
const countRenewals = () => emulator.requests.filter(({ path }) => path === '/token').length;
const readRefreshToken = async () => {
  const kept = await readKeys('socialboards');
  return kept.ok ? kept.value.secrets.refreshToken : undefined;
};

beforeEach(async () => {
  emulator = await startEmulator({ state: { rotatesRefreshToken: true } });
  fakeBrowser.reset();
  stubPermissions([toMatchPattern(emulator.url)]);
  await removeProvider('socialboards');
  stubPermissions([toMatchPattern(emulator.url)]);
  await saveProvider(draft(emulator));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await emulator.close();
});

/** From now on the browser takes no key. */
function failWrites() {
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}
/** What lies on the disk, and not only in the worker's memory. */
const readStoredToken = async () => (await readPlainKeys()).socialboards?.secrets.refreshToken;

describe('a refresh token that changes with each renewal', () => {
  it('is renewed once for all look-ups at a time, and the last one is kept', async () => {
    for (let round = 1; round <= 3; round++) {
      expect(await openAll()).toEqual(IDS.map(() => expect.objectContaining({ ok: true })));
      expect(countRenewals()).toBe(round);
      expect(await readRefreshToken()).toBe(emulator.state.keys.refreshToken);
      emulator.state.issued.clear();
    }
  });

  it('is taken as it is by then where a long reading outlives its access token', async () => {
    const ref = { provider: 'socialboards', id: '4478963' } as const;
    expect((await openConversation(ref, 'hand')).ok).toBe(true);
    // The pages wait; meanwhile the token ends, and another look-up renews it.
    emulator.rules.add({ match: { path: '/4478963/messages' }, respond: { delayMs: 100 } });
    const rest = readRest(ref, 0);
    emulator.state.issued.clear();
    expect((await openConversation({ ...ref, id: '255762' }, 'hand')).ok).toBe(true);
    expect(await rest).toMatchObject({ ok: true, value: { read: 250 } });
    expect(countRenewals()).toBe(2);
    expect(await readRefreshToken()).toBe(emulator.state.keys.refreshToken);
  });

  it('is not lost where the browser cannot store the next one: it is used, and stored as soon as it can be', async () => {
    const writes = failWrites();
    expect(await openAll()).toEqual(IDS.map(() => expect.objectContaining({ ok: true })));
    emulator.state.issued.clear();
    expect(await openAll()).toEqual(IDS.map(() => expect.objectContaining({ ok: true })));
    expect(countRenewals()).toBe(2);
    expect(await readStoredToken()).toBe(DEMO_KEYS.refreshToken);
    writes.mockRestore();
    expect(await openAll()).toEqual(IDS.map(() => expect.objectContaining({ ok: true })));
    expect(countRenewals()).toBe(2);
    expect(await readStoredToken()).toBe(emulator.state.keys.refreshToken);
  });

  it.each([
    ['saved another', () => saveProvider({ ...draft(emulator), typed: { refreshToken: 'typed-later' } }), 'typed-later'],
    ['removed it', () => removeProvider('socialboards'), undefined],
  ])('that could not be stored stays out where the agent has %s', async (_what, act, token) => {
    const writes = failWrites();
    await openAll();
    writes.mockRestore();
    await act();
    expect(await readRefreshToken()).toBe(token);
    expect(await readStoredToken()).toBe(token);
  });

  it('is kept where a save with an empty box overtakes it', async () => {
    const { settings } = draft(emulator);
    // A renewal that ends while the save is under way: between what it reads first and what it writes.
    const stand = vi.spyOn(fakeBrowser.storage.local, 'get');
    stand.mockImplementationOnce(async (...names) => {
      stand.mockRestore();
      await openConversation({ provider: 'socialboards', id: '255762' }, 'hand');
      return fakeBrowser.storage.local.get(...names);
    });
    expect(await saveProvider({ settings, typed: {} })).toEqual({ ok: true, value: null });
    expect(countRenewals()).toBe(1);
    expect(await readRefreshToken()).toBe(emulator.state.keys.refreshToken);
    emulator.state.issued.clear();
    expect(await openConversation({ provider: 'socialboards', id: '255762' }, 'hand')).toMatchObject({ ok: true });
  });

  it('stays the one that the agent typed meanwhile', async () => {
    emulator.rules.add({ match: { path: '/token' }, respond: { delayMs: 100 } });
    const asked = openConversation({ provider: 'socialboards', id: '255762' }, 'hand');
    await saveProvider({ ...draft(emulator), typed: { refreshToken: 'typed-meanwhile' } });
    await asked;
    expect(countRenewals()).toBeGreaterThan(0);
    expect(await readRefreshToken()).toBe('typed-meanwhile');
  });
});
