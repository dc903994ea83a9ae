import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchLockSignals } from './lock-signals.ts';

describe('the signals that lock', () => {
  const onComputerLocked = vi.fn();
  const onTime = vi.fn();
  let tellState: (state: string) => void;
  let ring: (alarm: { name: string }) => void;

  beforeEach(() => {
    vi.clearAllMocks();
    Object.assign(fakeBrowser.idle, {
      onStateChanged: {
        addListener: (listener: typeof tellState) => {
          tellState = listener;
        },
      },
    });
    Object.assign(fakeBrowser.alarms, {
      onAlarm: {
        addListener: (listener: typeof ring) => {
          ring = listener;
        },
      },
    });
    watchLockSignals({ onComputerLocked, onTime });
  });

  it('are the computer’s own lock at once', () => {
    tellState('locked');
    expect([onComputerLocked.mock.calls.length, onTime.mock.calls.length]).toEqual([1, 0]);
  });

  it.each(['idle', 'active'])('look at the deadline when the agent is %s: the computer may have slept', (state) => {
    tellState(state);
    expect([onComputerLocked.mock.calls.length, onTime.mock.calls.length]).toEqual([0, 1]);
  });

  it('are our own alarm, and no other', () => {
    ring({ name: 'other' });
    expect(onTime).not.toHaveBeenCalled();
    ring({ name: 'lock' });
    expect(onTime).toHaveBeenCalledOnce();
  });
});
