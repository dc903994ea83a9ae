import type { Conversation } from '../domain/conversation.ts';
import type { ProviderSettings, Secrets } from '../domain/provider-settings.ts';
import type { ProviderId } from '../domain/ref.ts';
import type { Result } from '../domain/result.ts';

/** A short-lived access token. `expiresAt`: ms since the epoch. */
export interface Grant {
  readonly accessToken: string;
  readonly expiresAt: number;
}

/** The refresh token that a renewal was made with, and the one that replaces it, where the provider rotated it. */
export interface RefreshTokens {
  readonly used: string;
  readonly next?: string;
}

/** What a provider is handed to work with; nothing of the browser. */
export interface ProviderAccess<S extends ProviderSettings = ProviderSettings> {
  readonly settings: S;
  readonly secrets: Secrets;
  readonly fetch: typeof fetch;
  /** ms since the epoch. */
  readonly now: () => number;
  /** When the look-up began, on `performance.now()`'s clock: its deadlines count from here. Absent: now. */
  readonly startedAt?: number;
  /** Aborts when nobody waits for the answer any more: what is answered then is of no use. */
  readonly signal?: AbortSignal;
  /** The access token of an earlier renewal, kept by the caller. */
  readonly grant?: Grant;
  /** What is kept by now, of the same account: another look-up may have renewed it meanwhile. Undefined: nothing of use. */
  readonly readLatest?: () => Promise<{ readonly refreshToken?: string; readonly grant?: Grant } | undefined>;
  /** Keeps a renewed access token and, where the provider rotated it, the new refresh token, as well as it can. */
  readonly keepGrant: (grant: Grant, tokens: RefreshTokens) => Promise<void>;
}

/** A chat system. All functions answer with data; they throw only for bugs. */
export interface Provider<S extends ProviderSettings = ProviderSettings> {
  readonly id: ProviderId;
  /** The product's name, the same in every language. */
  readonly name: string;
  /** What the set-up form holds before anything was saved. */
  readonly defaults: S;
  /** Every URL that the settings make Backscroll call; the host permission is asked for their origins. */
  readonly urls: (settings: S) => readonly string[];
  /** One request (and a token renewal where due): the conversation's first answer. */
  readonly open: (id: string, access: ProviderAccess<S>) => Promise<Result<Conversation>>;
  /** All of a conversation whose first answer said `complete: false`. `onProgress`: messages read so far. */
  readonly rest: (
    first: Conversation,
    access: ProviderAccess<S>,
    onProgress?: (messages: number) => void,
  ) => Promise<Result<Conversation>>;
  /** All of a conversation that was read whole before, as it is now: one request where little has changed. */
  readonly refresh: (held: Conversation, access: ProviderAccess<S>) => Promise<Result<Conversation>>;
}
