import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createStorageMirror } from './storage-mirror.ts';

const { local, session } = fakeBrowser.storage;

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('what is held in memory', () => {
  it('is read once, then no more', async () => {
    await local.set({ sites: ['a'], providers: { maax: 1 } });
    const get = vi.spyOn(local, 'get');
    const mirror = createStorageMirror();
    expect(await mirror.get('local', ['sites'])).toEqual({ sites: ['a'] });
    expect(await mirror.get('local', ['sites', 'providers'])).toEqual({ sites: ['a'], providers: { maax: 1 } });
    expect(await mirror.get('local', ['providers', 'sites'])).toEqual({ sites: ['a'], providers: { maax: 1 } });
    expect(get.mock.calls.map(([keys]) => keys)).toEqual([['sites'], ['providers']]);
  });

  it('is what was written last, from the very moment', async () => {
    const mirror = createStorageMirror();
    await mirror.set('session', { 'reports:1': [1] });
    const written = mirror.set('session', { 'reports:1': [2] });
    expect(await mirror.get('session', ['reports:1'])).toEqual({ 'reports:1': [2] });
    await written;
    expect(await session.get('reports:1')).toEqual({ 'reports:1': [2] });
    await mirror.remove('session', ['reports:1']);
    expect(await mirror.get('session', ['reports:1'])).toEqual({});
    expect(await session.get(null)).toEqual({});
  });

  it('is what another context has written since', async () => {
    const mirror = createStorageMirror();
    await mirror.set('local', { sites: ['a'] });
    await local.set({ sites: ['b'] });
    expect(await mirror.get('local', ['sites'])).toEqual({ sites: ['b'] });
    await local.remove('sites');
    expect(await mirror.get('local', ['sites'])).toEqual({});
  });

  it('is not what the browser refused to store', async () => {
    const mirror = createStorageMirror();
    await mirror.set('session', { lock: { isLocked: true } });
    vi.spyOn(session, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES'));
    await expect(mirror.set('session', { lock: { isLocked: false } })).rejects.toThrow('QUOTA_BYTES');
    expect(await mirror.get('session', ['lock'])).toEqual({ lock: { isLocked: true } });
    vi.spyOn(session, 'remove').mockRejectedValueOnce(new Error('gone'));
    await expect(mirror.remove('session', ['lock'])).rejects.toThrow('gone');
    expect(await mirror.get('session', ['lock'])).toEqual({ lock: { isLocked: true } });
  });

  it('is no answer that was on its way when the value changed', async () => {
    await local.set({ sites: ['old'] });
    const mirror = createStorageMirror();
    let answer: (() => void) | undefined;
    vi.spyOn(local, 'get').mockImplementationOnce(() => new Promise((resolve) => (answer = () => resolve({ sites: ['old'] }))));
    const late = mirror.get('local', ['sites']);
    await mirror.set('local', { sites: ['new'] });
    answer?.();
    await late;
    expect(await mirror.get('local', ['sites'])).toEqual({ sites: ['new'] });
  });

  it('is no conversation and nothing that views write', async () => {
    await session.set({ 'copy:maax:1': 'text', popup: { text: '1' } });
    const get = vi.spyOn(session, 'get');
    const mirror = createStorageMirror();
    for (const key of ['copy:maax:1', 'popup', 'copy:maax:1', 'popup']) await mirror.get('session', [key]);
    expect(get).toHaveBeenCalledTimes(4);
  });
});
