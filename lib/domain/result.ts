import type { ProviderId } from './ref.ts';

/** Expected things that go wrong, as named in the contract. */
export const FAILURE_KINDS = [
  'no-key',
  'bad-id',
  'key-rejected',
  'forbidden',
  'not-found',
  'rate-limited',
  'offline',
  'unreachable',
  'timeout',
  'provider-down',
  'too-large',
  'unexpected-answer',
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

/** Why, where one kind has several sentences. */
export type FailureReason =
  | 'redirect'
  | 'web-page'
  | 'not-json'
  | 'wrong-shape'
  | 'send-receipt'
  | 'other-conversation'
  | 'error-envelope'
  | 'token-endpoint'
  /** A failure that came when it was too late to be told as such. */
  | 'late'
  | 'unreadable-keys';

/** An expected failure. Travels as data: error classes do not survive the message channel. */
export interface Failure {
  readonly kind: FailureKind;
  readonly provider?: ProviderId;
  readonly reason?: FailureReason;
  /** HTTP status, where an answer came. */
  readonly status?: number;
  /** When asking again makes sense, ms since the epoch. */
  readonly retryAt?: number;
  /** The conversation in the provider's own inbox, where it must be read there. */
  readonly inbox?: string;
  /** The answer that could not be read as a conversation; bounded, parsed JSON or text. */
  readonly raw?: unknown;
}

/** The browser cannot read the stored keys now. They may be whole: nothing is written in their place. */
export type UnreadableKeys = Failure & { readonly kind: 'no-key'; readonly reason: 'unreadable-keys' };

/** States of their own, no failures: what must be given before anything can be asked. */
export type Barrier = { readonly kind: 'locked' } | { readonly kind: 'no-access'; readonly origins: readonly string[] };

export type Result<T, F = Failure> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export function succeed<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function fail<F>(failure: F): Result<never, F> {
  return { ok: false, failure };
}
