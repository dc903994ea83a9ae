import { browser } from 'wxt/browser';

const ALARM = 'lock';

/** Wakes the worker at `when` (ms since the epoch), even where it has died. Replaces the alarm set before. */
export async function setLockAlarm(when: number): Promise<void> {
  await browser.alarms.create(ALARM, { when });
}

export async function clearLockAlarm(): Promise<void> {
  await browser.alarms.clear(ALARM);
}

export interface LockSignals {
  /** The computer was locked. Firefox does not tell. */
  readonly onComputerLocked: () => void;
  /** Time may have run out: the alarm, or the computer came back from idleness or sleep. */
  readonly onTime: () => void;
}

/** Registers the browser's signals; to be called synchronously at the start of the background. */
export function watchLockSignals({ onComputerLocked, onTime }: LockSignals): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) onTime();
  });
  browser.idle.onStateChanged.addListener((state) => (state === 'locked' ? onComputerLocked() : onTime()));
}
