import type { ProviderId } from './ref.ts';

/** How Backscroll signs in to SocialBoards. */
export const SIGN_IN_METHODS = ['refresh-token', 'access-token'] as const;

export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** What is kept of a provider beside its secrets. URLs are full, with a last slash where a path is appended. */
export interface MaaxSettings {
  readonly provider: 'maax';
  readonly baseUrl: string;
}

export interface SocialBoardsSettings {
  readonly provider: 'socialboards';
  readonly signIn: SignInMethod;
  readonly clientId: string;
  /** The account's short name, as in the inbox's address; empty where not given. With an access token it means the older sign-in. */
  readonly community: string;
  readonly baseUrl: string;
  readonly tokenUrl: string;
}

export type ProviderSettings = MaaxSettings | SocialBoardsSettings;

/** Whether two mean the same; the order of members, which browser storage changes, does not count. */
export function isSameSettings(a: ProviderSettings, b: ProviderSettings): boolean {
  const write = (settings: ProviderSettings) => JSON.stringify(Object.entries(settings).sort());
  return write(a) === write(b);
}

/** Secrets never leave the background; a view learns their names only. */
export const SECRET_NAMES = ['apiKey', 'refreshToken', 'accessToken'] as const;

export type SecretName = (typeof SECRET_NAMES)[number];

export type Secrets = { readonly [name in SecretName]?: string };

/** What the options page sends to be saved or tested: settings, and the secrets that were typed. */
export interface ProviderDraft {
  readonly settings: ProviderSettings;
  readonly typed: Secrets;
}

/** A provider that has been set up, as views see it. */
export interface ConfiguredProvider {
  readonly settings: ProviderSettings;
  readonly stored: readonly SecretName[];
  /** ms since the epoch; views that failed for want of a right key ask again when it changes. */
  readonly savedAt: number;
  /** When it last became another account's: by an address, a sign-in or a key. ms since the epoch. */
  readonly changedAt?: number;
}

/** Fields of the set-up forms that can be refused. */
export type DraftField = 'baseUrl' | 'tokenUrl' | 'clientId' | 'community' | SecretName;

/** Why a field was refused; each has its sentence in the view. */
export const DRAFT_PROBLEMS = [
  'url-invalid',
  'url-insecure',
  'url-credentials',
  'secret-missing',
  'secret-characters',
  'secret-again',
  'client-id-missing',
  'community-invalid',
] as const;

export interface DraftProblem {
  readonly field: DraftField;
  readonly problem: (typeof DRAFT_PROBLEMS)[number];
}

export type ProviderDirectory = { readonly [provider in ProviderId]?: ConfiguredProvider };
