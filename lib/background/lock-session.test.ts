import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isLocked, readSession, restartBrowser, stubAlarms } from '../../tests/unit/lock-stage.ts';
import { changeKeys, readKeys } from './keyring.ts';
import { enforceDeadline, lockNow, noteActivity, sweepIfLocked, unlessLocked, whenLocked } from './lock-session.ts';
import { destroyKeys, setLockAfter, setPassphrase, settleLock, unlock } from './passphrase.ts';

const PASSPHRASE = 'correct horse';
const kept = { secrets: { apiKey: 'right-key' }, grant: { accessToken: 'token-1', expiresAt: 9 } };
const LOCKED = { ok: false, failure: { kind: 'locked' } };
const MINUTE = 60_000;
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

describe('locking', () => {
  it('leaves nothing of a conversation and no key in memory-backed storage', async () => {
    await set();
    await fakeBrowser.storage.session.set({
      ...{ recents: [1], popup: { text: 'x' }, copies: [1], 'copy:maax:1': 'text', 'conversation:maax:1': 'text', other: 1 },
      ...{ 'tab:7': {}, 'reports:7': [] },
    });
    const forget = vi.fn();
    whenLocked(forget);
    expect(await lockNow()).toBe(true);
    expect(forget).toHaveBeenCalled();
    expect(await readSession()).toEqual({ lock: { isLocked: true }, 'tab:7': {}, 'reports:7': [] });
    expect(await readKeys('maax')).toEqual(LOCKED);
    expect(await changeKeys('maax', () => undefined)).toEqual(LOCKED);
  });

  it('keeps nothing that comes after it', async () => {
    await set();
    await lockNow();
    const write = vi.fn(async () => undefined);
    await unlessLocked(write);
    expect(write).not.toHaveBeenCalled();
    await fakeBrowser.storage.session.set({ 'copy:maax:1': 'late' });
    expect(await sweepIfLocked()).toEqual(LOCKED.failure);
    expect(await readSession()).toEqual({ lock: { isLocked: true } });
  });

  it('follows the end of the browser', async () => {
    await set();
    await restartBrowser();
    await settleLock();
    expect(await readSession()).toEqual({ lock: { isLocked: true } });
    expect(await readKeys('maax')).toEqual(LOCKED);
  });
});

describe('the key while unlocked', () => {
  /** The worker ends: what it held in memory is gone. */
  const restartWorker = async () => {
    vi.resetModules();
    const [keyring, keys] = await Promise.all([import('./keyring.ts'), import('../platform/keys.ts')]);
    return { ...keyring, ...keys };
  };

  it('goes on after the worker has ended', async () => {
    await set();
    expect(await (await restartWorker()).readKeys('maax')).toEqual({ ok: true, value: kept });
  });

  it('cannot be exported, and its holder is a new one at each unlock and goes with the lock', async () => {
    const { readHolder } = await restartWorker();
    await set();
    const first = await readHolder();
    expect([first?.extractable, first?.type]).toEqual([false, 'secret']);
    await lockNow();
    expect(await readHolder()).toBeUndefined();
    await unlock(PASSPHRASE);
    expect(await readHolder()).toBeDefined();
  });

  it('locks where one half of the key is lost', async () => {
    await set();
    const { readKeys: read, removeHolder } = await restartWorker();
    await removeHolder();
    expect(await read('maax')).toEqual(LOCKED);
    expect(await isLocked()).toBe(true);
    expect(await unlock(PASSPHRASE)).toEqual({ ok: true, value: null });
    expect(await readKeys('maax')).toEqual({ ok: true, value: kept });
  });
});

describe('the deadline', () => {
  const wait = (ms: number) => vi.setSystemTime(Date.now() + ms);

  it('counts while the worker is dead', async () => {
    await set();
    wait(15 * MINUTE - 1);
    expect(await isLocked()).toBe(false);
    wait(1);
    expect(await readKeys('maax')).toEqual(LOCKED);
    expect(await isLocked()).toBe(true);
    expect(await readSession()).toEqual({ lock: { isLocked: true } });
  });

  it('is pushed forward by the agent only, not by look-ups', async () => {
    await set();
    for (let minute = 0; minute < 15; minute++) {
      wait(MINUTE);
      await enforceDeadline();
      await isLocked();
      await readKeys('maax');
    }
    expect(await isLocked()).toBe(true);
    await unlock(PASSPHRASE);
    wait(14 * MINUTE);
    await noteActivity();
    wait(14 * MINUTE);
    expect(await isLocked()).toBe(false);
    wait(MINUTE);
    await noteActivity();
    expect(await isLocked()).toBe(true);
  });

  it.each([
    ['set back an hour', -60 * MINUTE],
    ['ahead by eight hours', 480 * MINUTE],
  ])('has come when the clock is %s', async (_, jump) => {
    await set();
    wait(MINUTE);
    await enforceDeadline();
    wait(jump);
    await enforceDeadline();
    expect(await isLocked()).toBe(true);
    expect(await readKeys('maax')).toEqual(LOCKED);
  });

  it('forgives a clock that is put right by seconds', async () => {
    await set();
    wait(-20_000);
    await enforceDeadline();
    expect(await isLocked()).toBe(false);
  });

  it('follows the number of minutes at once', async () => {
    await set();
    await setLockAfter(2);
    wait(2 * MINUTE);
    expect(await isLocked()).toBe(true);
    expect(await setLockAfter(700)).toEqual(LOCKED);
  });

  it('finishes a lock that was cut short', async () => {
    await set();
    await fakeBrowser.storage.session.set({ lock: { isLocked: true }, recents: [1] });
    expect(await readKeys('maax')).toEqual(LOCKED);
    wait(10_000);
    await enforceDeadline();
    expect(await readSession()).toEqual({ lock: { isLocked: true } });
  });
});
