import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onStop, send, tell } from './messages.ts';

const unheard = new Error('Could not establish connection. Receiving end does not exist.');

afterEach(() => {
  vi.restoreAllMocks();
});

describe('send', () => {
  it('says once more what nobody heard', async () => {
    const said = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockRejectedValueOnce(unheard)
      .mockResolvedValueOnce({ tab: 7 } as never);
    expect(await send('frame-tab', null)).toEqual({ tab: 7 });
    expect(said).toHaveBeenCalledTimes(2);
  });

  it('gives up when nobody hears it then either', async () => {
    const said = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(unheard);
    await expect(send('frame-tab', null)).rejects.toThrow('Receiving end');
    expect(said).toHaveBeenCalledTimes(2);
  });

  it.each(['Extension context invalidated.', 'The message channel closed before a response was received'])(
    'does not repeat what may have been heard: %s',
    async (text) => {
      const said = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error(text));
      await expect(send('lock', null)).rejects.toThrow(text);
      expect(said).toHaveBeenCalledTimes(1);
    },
  );
});

describe('tell', () => {
  const lost = new Error('The message channel closed before a response was received');

  it('tells the next background where the first died over it', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockRejectedValueOnce(lost)
      .mockResolvedValueOnce({ tab: 7 } as never);
    expect(await tell('frame-tab', null)).toEqual({ tab: 7 });
  });

  it.each([lost, unheard, new Error('Extension context invalidated.')])('never rejects: %s', async (error) => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(error);
    expect(await tell('check-lock', { isActive: false })).toBeUndefined();
  });
});

describe('onStop', () => {
  it.each([
    ['https://desk.example', { stop: 'https://desk.example', isOwn: true }, true],
    ['https://desk.example', { stop: 'https://other.example', isOwn: false }, false],
    // A sandboxed frame, in a tab of the site and in another.
    ['null', { stop: 'https://desk.example', isOwn: true }, true],
    ['null', { stop: 'https://other.example', isOwn: false }, false],
    ['null', {}, false],
  ])('in %s hears %j: %s', (origin, message, isStopped) => {
    let listener = (_: object): unknown => undefined;
    vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((given) => {
      listener = given as unknown as typeof listener;
    });
    vi.stubGlobal('self', { origin });
    const stop = vi.fn();
    onStop(stop);
    listener(message);
    vi.unstubAllGlobals();
    expect(stop).toHaveBeenCalledTimes(isStopped ? 1 : 0);
  });
});
