/** `storage.local`: how the lock is set. The vault itself says whether there is a passphrase; views take it from here. */
export interface LockSettings {
  readonly hasPassphrase: boolean;
  readonly afterMinutes: number;
}

export const DEFAULT_LOCK: LockSettings = { hasPassphrase: false, afterMinutes: 15 };

export const LOCK_MINUTES = { min: 1, max: 720 } as const;

/** Shorter passphrases are refused: guessing them takes hours, whatever is done to slow it down. */
export const SHORTEST_PASSPHRASE = 8;

/** `storage.session`: what views have to know. */
export interface LockFlag {
  readonly isLocked: boolean;
  /** Deadline while a passphrase is set and unlocked, ms since the epoch. */
  readonly lockAt?: number;
}

/** `storage.session`: what ends with the lock, with the browser, and never touches the disk. */
export interface Unlocked {
  /** The derived key, wrapped; its holder lies beside the vault. */
  readonly key: string;
  /** ms since the epoch. */
  readonly lockAt: number;
  /** The latest time seen, ms since the epoch: a clock that was set back does not hold the lock off. */
  readonly checkedAt: number;
}

/** Wrong passphrases since the browser started or the right one came. */
export interface UnlockAttempts {
  readonly failed: number;
  /** No attempt counts before, ms since the epoch. */
  readonly until: number;
}
