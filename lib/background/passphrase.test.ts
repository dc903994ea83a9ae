import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isLocked, readDisk, readSession, restartBrowser, stubAlarms } from '../../tests/unit/lock-stage.ts';
import { changeKeys, readKeys } from './keyring.ts';
import { lockNow } from './lock-session.ts';
import { destroyKeys, removePassphrase, setPassphrase, settleLock, unlock } from './passphrase.ts';

const PASSPHRASE = 'correct horse';
const kept = { secrets: { apiKey: 'right-key' }, grant: { accessToken: 'token-1', expiresAt: 9 } };
const LOCKED = { ok: false, failure: { kind: 'locked' } };
const START = Date.UTC(2026, 0, 5, 9);

beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: START, toFake: ['Date'] });
  stubAlarms();
  await destroyKeys();
  await changeKeys('maax', () => kept);
  await settleLock();
});

afterEach(() => vi.useRealTimers());

const set = () => setPassphrase(PASSPHRASE, 2);

describe('without a passphrase', () => {
  it('nothing is ever locked', async () => {
    expect(await isLocked()).toBe(false);
    expect(await lockNow()).toBe(false);
    expect(await readKeys('maax')).toEqual({ ok: true, value: kept });
    expect(await readDisk()).toContain('right-key');
  });
});

describe('setting a passphrase', () => {
  it('leaves no key in clear on the disk, and keeps them at hand', async () => {
    expect(await set()).toEqual({ ok: true, value: null });
    expect(await readDisk()).not.toMatch(/right-key|token-1/);
    expect(await readKeys('maax')).toEqual({ ok: true, value: kept });
    expect(await fakeBrowser.storage.local.get('lock')).toEqual({ lock: { hasPassphrase: true, afterMinutes: 15 } });
  });

  it('refuses a short one, and changes nothing', async () => {
    expect(await setPassphrase('seven77', 2)).toEqual({ ok: false, failure: { kind: 'too-short' } });
    expect(await readDisk()).toContain('right-key');
  });

  it('writes renewed tokens sealed, too', async () => {
    await set();
    await changeKeys('maax', ({ secrets }) => ({ secrets, grant: { accessToken: 'token-2', expiresAt: 10 } }));
    expect(await readDisk()).not.toMatch(/right-key|token-2/);
    expect(await readKeys('maax')).toMatchObject({ value: { grant: { accessToken: 'token-2' } } });
  });

  it('changes it: the old one opens nothing any more', async () => {
    await set();
    await setPassphrase('another horse', 2);
    await lockNow();
    expect(await unlock(PASSPHRASE)).toMatchObject({ ok: false });
    expect(await unlock('another horse')).toMatchObject({ ok: true });
    expect(await readKeys('maax')).toEqual({ ok: true, value: kept });
  });

  it('is undone while unlocked, and only then', async () => {
    await set();
    await lockNow();
    expect(await removePassphrase()).toEqual(LOCKED);
    expect(await setPassphrase('another horse', 2)).toEqual(LOCKED);
    await unlock(PASSPHRASE);
    expect(await removePassphrase()).toMatchObject({ ok: true });
    await restartBrowser();
    expect(await isLocked()).toBe(false);
    expect(await readKeys('maax')).toEqual({ ok: true, value: kept });
  });

  it('is old or new when the browser ends on the way, never none', async () => {
    const keys = await import('../platform/keys.ts');
    await set();
    // Ended after the clear keys were written, before the vault was gone.
    await keys.writePlainKeys({ maax: { secrets: { apiKey: 'right-key' } } });
    await restartBrowser();
    expect(await isLocked()).toBe(true);
    expect(await readKeys('maax')).toEqual(LOCKED);
    await unlock(PASSPHRASE);
    expect(await readKeys('maax')).toEqual({ ok: true, value: kept });
    expect(await readDisk()).not.toContain('right-key');
  });

  it('locks when the vault is another passphrase’s than the key at hand', async () => {
    await set();
    const before = (await readSession()).unlocked;
    await setPassphrase('another horse', 2);
    await fakeBrowser.storage.session.set({ unlocked: before });
    expect(await readKeys('maax')).toEqual(LOCKED);
    expect(await isLocked()).toBe(true);
  });
});

describe('wrong passphrases', () => {
  beforeEach(async () => {
    await set();
    await lockNow();
  });

  it('are refused unread for a growing time', async () => {
    const waits: number[] = [];
    for (let attempt = 0; attempt < 10; attempt++) {
      const answer = await unlock(`wrong ${attempt}`);
      const retryAt = answer.ok ? 0 : (answer.failure.retryAt ?? Date.now());
      waits.push(retryAt - Date.now());
      vi.setSystemTime(retryAt - 1);
      if (retryAt > Date.now()) expect(await unlock(PASSPHRASE)).toEqual({ ok: false, failure: { kind: 'refused', retryAt } });
      vi.setSystemTime(retryAt);
    }
    expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 64, 128, 256].map((seconds) => seconds * 1000));
    expect(await unlock(PASSPHRASE)).toMatchObject({ ok: true });
    expect(await readSession()).not.toHaveProperty('attempts');
  });

  it('are counted one by one when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, attempt) => unlock(`wrong ${attempt}`)));
    expect(answers.some(({ ok }) => ok)).toBe(false);
    expect((await readSession()).attempts).toMatchObject({ failed: 3 });
  });

  it('answer the same as damaged keys', async () => {
    const keys = await import('../platform/keys.ts');
    const wrong = await unlock('wrong');
    const vault = (await keys.readVault()) as Parameters<typeof keys.writeVault>[0];
    await keys.writeVault({ ...vault, ciphertext: vault.ciphertext.slice(1) });
    expect(await unlock(PASSPHRASE)).toEqual(wrong);
    expect(await readKeys('maax')).toEqual(LOCKED);
  });
});

describe('a forgotten passphrase', () => {
  it('costs the keys, and nothing else stays locked', async () => {
    await set();
    await lockNow();
    await destroyKeys();
    expect(await isLocked()).toBe(false);
    expect(await readKeys('maax')).toEqual({ ok: true, value: { secrets: {} } });
    expect(await fakeBrowser.storage.local.get('lock')).toMatchObject({ lock: { hasPassphrase: false } });
  });
});
