import { useEffect, useState } from 'preact/hooks';
import { DEFAULT_LOCK } from '../../lib/platform/lock-state.ts';
import { type KeyBarrier, type PassphraseRefusal, tell, type UnlockRefusal } from '../../lib/platform/messages.ts';
import { useStored } from './use-stored.ts';

export { LOCK_MINUTES, SHORTEST_PASSPHRASE } from '../../lib/platform/lock-state.ts';
export type { KeyBarrier, PassphraseRefusal, UnlockRefusal };

/** How the lock stands. */
export interface LockView {
  readonly isLocked: boolean;
  readonly hasPassphrase: boolean;
  readonly afterMinutes: number;
}

/** A sleeping computer stops timers: the clock is looked at this often. */
const LOOK_EVERY_MS = 5_000;
const NOTE_EVERY_MS = 10_000;

/** Whether the deadline has come; then the background is told to lock, in case its alarm is late. */
function useIsDue(lockAt: number | undefined): boolean {
  const [dueAt, setDueAt] = useState<number>();
  useEffect(() => {
    if (lockAt === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const left = lockAt - Date.now();
      if (left > 0) {
        timer = setTimeout(look, Math.min(left, LOOK_EVERY_MS));
      } else {
        setDueAt(lockAt);
        void tell('check-lock', { isActive: false });
      }
    };
    look();
    return () => clearTimeout(timer);
  }, [lockAt]);
  return lockAt !== undefined && dueAt === lockAt;
}

/** Watches the lock; undefined until known. A view clears at the deadline by itself, whether or not the background lives. */
export function useLock(): LockView | undefined {
  const flag = useStored('session', 'lock');
  const settings = useStored('local', 'lock');
  const isDue = useIsDue(flag.value?.lockAt);
  useEffect(() => void tell('check-lock', { isActive: false }), []);
  if (!flag.isRead || !settings.isRead) return undefined;
  const { hasPassphrase, afterMinutes } = settings.value ?? DEFAULT_LOCK;
  // No flag yet: the browser has just started.
  const isLocked = flag.value === undefined ? hasPassphrase : flag.value.isLocked || isDue;
  return { isLocked, hasPassphrase, afterMinutes };
}

/** Puts the lock off while the agent works in this view: real clicks, keys and wheels only, never what a page or a timer does. */
export function useActivity(isCounted: boolean): void {
  useEffect(() => {
    if (!isCounted) return;
    const watching = new AbortController();
    let notedAt = Number.NEGATIVE_INFINITY;
    const note = (event: Event) => {
      if (!event.isTrusted || performance.now() - notedAt < NOTE_EVERY_MS) return;
      notedAt = performance.now();
      void tell('check-lock', { isActive: true });
    };
    const options = { signal: watching.signal, capture: true, passive: true };
    for (const type of ['pointerdown', 'keydown', 'wheel']) addEventListener(type, note, options);
    return () => watching.abort();
  }, [isCounted]);
}

/** Undefined when it is unlocked; else why not. */
export async function unlock(passphrase: string): Promise<UnlockRefusal | undefined> {
  const answer = await tell('unlock', { passphrase });
  return answer?.ok ? undefined : (answer?.failure ?? { kind: 'refused' });
}

/** False where no passphrase is set. */
export async function lockNow(): Promise<boolean> {
  return (await tell('lock', null))?.ok ?? false;
}

/** Undefined when it is done; else why not. */
export async function setPassphrase(passphrase: string): Promise<PassphraseRefusal | undefined> {
  const answer = await tell('set-passphrase', { passphrase });
  return answer?.ok ? undefined : (answer?.failure ?? { kind: 'locked' });
}

/** Undefined when it is done; else why not. */
export async function removePassphrase(): Promise<KeyBarrier | undefined> {
  const answer = await tell('remove-passphrase', null);
  return answer?.ok ? undefined : (answer?.failure ?? { kind: 'locked' });
}

/** Undefined when it is done; else why not. */
export async function setLockAfter(minutes: number): Promise<KeyBarrier | undefined> {
  const answer = await tell('set-lock-after', { minutes });
  return answer?.ok ? undefined : (answer?.failure ?? { kind: 'locked' });
}

export async function forgetKeys(): Promise<void> {
  await tell('forget-keys', null);
}
