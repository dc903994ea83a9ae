import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Emulator, startEmulator } from '../../demo/emulator/server.ts';
import { DEMO_KEYS } from '../../demo/emulator/state.ts';
import { stubAlarms } from '../../tests/unit/lock-stage.ts';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import type { ProviderDraft, SocialBoardsSettings } from '../domain/provider-settings.ts';
import { toMatchPattern } from '../platform/access.ts';
import { readPlainKeys } from '../platform/keys.ts';
import { readKeys } from './keyring.ts';
import { lockNow } from './lock-session.ts';
import { openConversation } from './look-up.ts';
import { removePassphrase, setPassphrase, unlock } from './passphrase.ts';
import { removeProvider, saveProvider } from './set-up-provider.ts';
import { testProvider } from './test-provider.ts';

const ID = '255762';
const DONE = { ok: true };
const TYPED = { refreshToken: DEMO_KEYS.refreshToken };
const PASSPHRASE = 'correct horse battery';

let emulator: Emulator;

function draft(changed: Partial<SocialBoardsSettings> = {}, typed: ProviderDraft['typed'] = TYPED): ProviderDraft {
  const { url } = emulator;
  const settings = { provider: 'socialboards', signIn: 'refresh-token', clientId: DEMO_KEYS.clientId, community: '' } as const;
  return { settings: { ...settings, baseUrl: `${url}/`, tokenUrl: `${url}/token`, ...changed }, typed };
}

const openNow = () => {
  emulator.state.issued.clear();
  return openConversation({ provider: 'socialboards', id: ID }, 'hand');
};
const readToken = async () => {
  const kept = await readKeys('socialboards');
  return kept.ok ? kept.value.secrets.refreshToken : undefined;
};

async function startClean(): Promise<void> {
  fakeBrowser.reset();
  stubAlarms();
  stubPermissions([toMatchPattern(emulator.url)]);
  await removeProvider('socialboards');
  stubPermissions([toMatchPattern(emulator.url)]);
}

beforeEach(async () => {
  emulator = await startEmulator({ state: { rotatesRefreshToken: true } });
  await startClean();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await emulator.close();
});

describe('a typed refresh token that a test has spent', () => {
  it('is saved as the one that replaced it', async () => {
    expect(await testProvider(draft(), ID)).toMatchObject(DONE);
    expect(await saveProvider(draft())).toMatchObject(DONE);
    expect(await readToken()).toBe(emulator.state.keys.refreshToken);
    expect(await openNow()).toMatchObject(DONE);
    expect((await readPlainKeys()).socialboards).not.toHaveProperty('tested');
  });

  it('is tested again, and again, as the one that replaced it', async () => {
    for (let turn = 0; turn < 3; turn++) expect(await testProvider(draft(), ID)).toMatchObject(DONE);
    expect(await saveProvider(draft({ community: 'harbor' }))).toMatchObject(DONE);
    expect(await openNow()).toMatchObject(DONE);
  });

  it('is still that one where it was typed over the same stored one, which is renewed meanwhile', async () => {
    await saveProvider(draft());
    expect(await testProvider(draft(), ID)).toMatchObject(DONE);
    expect(await openNow()).toMatchObject(DONE);
    expect(await saveProvider(draft())).toMatchObject(DONE);
    expect(await openNow()).toMatchObject(DONE);
  });

  it('is still that one after tests of others, with no save in between', async () => {
    await saveProvider(draft({ signIn: 'access-token' }, { accessToken: DEMO_KEYS.accessToken }));
    expect(await testProvider(draft(), ID)).toMatchObject(DONE);
    expect(await testProvider(draft({}, { refreshToken: 'mistyped' }), ID)).toMatchObject({ ok: false });
    expect(await testProvider(draft({ signIn: 'access-token' }, {}), ID)).toMatchObject(DONE);
    expect(await saveProvider(draft())).toMatchObject(DONE);
    expect(await openNow()).toMatchObject(DONE);
    expect((await readPlainKeys()).socialboards).not.toHaveProperty('tested');
  });

  it('leaves a stored one alone', async () => {
    emulator.state.keys.refreshToken = 'another-account-1';
    await saveProvider(draft({}, { refreshToken: 'another-account-1' }));
    emulator.state.keys.refreshToken = DEMO_KEYS.refreshToken;
    expect(await testProvider(draft(), ID)).toMatchObject(DONE);
    expect(await readToken()).toBe('another-account-1');
  });

  it.each([
    ['another token', () => draft({}, { refreshToken: 'typed-later' }), 'typed-later'],
    ['another client', () => draft({ clientId: 'other' }), TYPED.refreshToken],
    ['another address', () => draft({ baseUrl: `${emulator.url}/other/` }), TYPED.refreshToken],
    ['another token address', () => draft({ tokenUrl: `${emulator.url}/other` }), TYPED.refreshToken],
  ])('gives its place to nothing where %s is saved, and is forgotten', async (_what, another, token) => {
    await testProvider(draft(), ID);
    expect(await saveProvider(another())).toMatchObject(DONE);
    expect((await readPlainKeys()).socialboards).toMatchObject({ secrets: { refreshToken: token } });
    expect((await readPlainKeys()).socialboards).not.toHaveProperty('tested');
  });

  it('is forgotten when the provider is removed, also where the test ends later', async () => {
    await testProvider(draft(), ID);
    await removeProvider('socialboards');
    expect(await readPlainKeys()).toEqual({});
    stubPermissions([toMatchPattern(emulator.url)]);
    emulator.state.keys.refreshToken = DEMO_KEYS.refreshToken;
    await saveProvider(draft({}, { refreshToken: 'stored' }));
    emulator.rules.add({ match: { path: '/token' }, respond: { delayMs: 100 } });
    const tested = testProvider(draft(), ID);
    await vi.waitFor(() => expect(emulator.requests.at(-1)?.path).toBe('/token'));
    await removeProvider('socialboards');
    await tested;
    expect((await readPlainKeys()).socialboards?.tested).toBeUndefined();
  });

  it('lies with the other secrets behind the passphrase', async () => {
    await saveProvider(draft({}, { refreshToken: 'stored' }));
    await setPassphrase(PASSPHRASE, 1);
    expect(await testProvider(draft(), ID)).toMatchObject(DONE);
    expect(await readPlainKeys()).toEqual({});
    await lockNow();
    expect(await saveProvider(draft())).toMatchObject({ failure: { kind: 'locked' } });
    await unlock(PASSPHRASE);
    expect(await saveProvider(draft())).toMatchObject(DONE);
    expect(await openNow()).toMatchObject(DONE);
    await removePassphrase();
  });
});
