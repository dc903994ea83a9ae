import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { send, tell } from './messages.ts';

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
