import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../hooks/translate.ts';
import { type KeyBarrier, LOCK_MINUTES, type LockView, type PassphraseRefusal, SHORTEST_PASSPHRASE } from '../hooks/use-lock.ts';

export interface LockRegionProps {
  readonly lock: LockView;
  /** Undefined when it is set; else why not. */
  readonly onSetPassphrase: (passphrase: string) => Promise<PassphraseRefusal | undefined>;
  /** Undefined when it is done; else why not. */
  readonly onRemovePassphrase: () => Promise<KeyBarrier | undefined>;
  /** Undefined when it is done; else why not. */
  readonly onSetLockAfter: (minutes: number) => Promise<KeyBarrier | undefined>;
  /** False where no passphrase is set. */
  readonly onLock: () => Promise<boolean>;
}

const SENTENCES = {
  set: 'lockDoneSet',
  removed: 'lockDoneRemoved',
  minutes: 'outcomeSaved',
  'locked-now': 'lockDoneLocked',
  ask: 'lockAsk',
  locked: 'outcomeLocked',
  'no-key': 'outcomeUnreadable',
  'too-short': 'lockTooShort',
  'no-match': 'lockNoMatch',
  'no-passphrase': 'lockNothing',
} as const satisfies { readonly [outcome: string]: MessageKey };

export type LockOutcome = keyof typeof SENTENCES;

const DONE: readonly LockOutcome[] = ['set', 'removed', 'minutes', 'locked-now'];

export function isDone(outcome: LockOutcome): boolean {
  return DONE.includes(outcome);
}

export function describeLock(outcome: LockOutcome): string {
  return t(SENTENCES[outcome], String(SHORTEST_PASSPHRASE));
}

function isMinutes(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= LOCK_MINUTES.min && minutes <= LOCK_MINUTES.max;
}

/** What the boxes of the Lock region hold, and how the last action ended. */
export function useLockForm({ lock, ...on }: LockRegionProps) {
  const [typed, setTyped] = useState({ passphrase: '', repeated: '' });
  const [minutes, setMinutes] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const [outcome, setOutcome] = useState<LockOutcome>();
  const run = async (act: () => Promise<LockOutcome>) => {
    setIsBusy(true);
    setOutcome(undefined);
    const ended = await act().finally(() => setIsBusy(false));
    setOutcome(ended);
  };
  const setPassphrase = async (): Promise<LockOutcome> => {
    if (typed.passphrase.length < SHORTEST_PASSPHRASE) return 'too-short';
    if (typed.passphrase !== typed.repeated) return 'no-match';
    const refusal = await on.onSetPassphrase(typed.passphrase);
    if (refusal) return refusal.kind;
    setTyped({ passphrase: '', repeated: '' });
    return 'set';
  };
  const remove = async (): Promise<LockOutcome> => (await on.onRemovePassphrase())?.kind ?? 'removed';
  const lockNow = async (): Promise<LockOutcome> => ((await on.onLock()) ? 'locked-now' : 'no-passphrase');
  const keepMinutes = async (text: string) => {
    setMinutes(text);
    if (!isMinutes(Number(text))) return setOutcome(undefined);
    setOutcome((await on.onSetLockAfter(Number(text)))?.kind ?? 'minutes');
  };
  const shown = minutes ?? String(lock.afterMinutes);
  return {
    ...{ typed, isBusy, outcome, minutes: shown, keepMinutes },
    isMinutesWrong: !isMinutes(Number(shown)),
    type: (changed: Partial<typeof typed>) => setTyped({ ...typed, ...changed }),
    ask: () => setOutcome('ask'),
    set: () => run(setPassphrase),
    remove: () => run(remove),
    lockNow: () => run(lockNow),
  };
}
