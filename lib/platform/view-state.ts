import type { ProviderId, Ref } from '../domain/ref.ts';

/** A conversation that was opened in this browser session. */
export interface Recent {
  readonly ref: Ref;
  /** The customer's name, where the conversation gives one. */
  readonly name?: string;
  /** ms since the epoch. */
  readonly at: number;
}

/** What the popup holds, so that closing it loses nothing. */
export interface PopupDraft {
  readonly text: string;
  readonly provider: ProviderId;
  /** What was looked up last. */
  readonly ref?: Ref;
}

export const EMPTY_POPUP: PopupDraft = { text: '', provider: 'socialboards' };
