import { MAAX_ANSWERS, SOCIALBOARDS_CONVERSATIONS } from './conversations.ts';
import type { SocialBoardsConversation } from './socialboards-types.ts';

/** Secrets that are taken. All are made up. */
export interface EmulatedKeys {
  maaxKey: string;
  clientId: string;
  refreshToken: string;
  accessToken: string;
  /** The older sign-in: account short name and public API token. */
  community: string;
  publicToken: string;
}

export const DEMO_KEYS: Readonly<EmulatedKeys> = {
  maaxKey: 'demo-maax-key-1234567890',
  clientId: 'demo-client',
  refreshToken: 'demo-refresh-token-1234567890',
  accessToken: 'demo-access-token-1234567890',
  community: 'fjellogfjord',
  publicToken: 'demo-public-token-1234567890',
};

/** Everything that the APIs answer from. A test may change it at any time. */
export interface EmulatorState {
  keys: EmulatedKeys;
  /** Of an access token, in seconds. */
  tokenLifetime: number;
  /** Whether each renewal gives another refresh token and ends the one before. */
  rotatesRefreshToken: boolean;
  /** Whether the list of messages leaves out the opening one (no page says). */
  listOmitsOpening: boolean;
  /** Messages that the list no longer holds although the total counts them, by conversation id: the oldest first. */
  lostMessages: Record<string, number>;
  /** Issued access tokens and when they end, ms since the epoch. */
  readonly issued: Map<string, number>;
  readonly socialBoards: Map<string, SocialBoardsConversation>;
  /** What MAAX answers, by conversation id, before the stories are asked. */
  readonly maax: Map<string, unknown>;
}

/** Conversations that exist and may not be read with these keys. */
export const FORBIDDEN_ID = '403403';

export function createState(overrides: Partial<EmulatorState> = {}): EmulatorState {
  return {
    tokenLifetime: 3_599,
    rotatesRefreshToken: false,
    listOmitsOpening: false,
    lostMessages: {},
    issued: new Map(),
    socialBoards: new Map(),
    maax: new Map(),
    ...overrides,
    keys: { ...DEMO_KEYS, ...overrides.keys },
  };
}

/** A SocialBoards conversation, its own copy: built when it is first asked for. */
export function findConversation(state: EmulatorState, id: string): SocialBoardsConversation | undefined {
  const known = state.socialBoards.get(id) ?? SOCIALBOARDS_CONVERSATIONS[id]?.();
  if (known !== undefined) {
    state.socialBoards.set(id, known);
  }
  return known;
}

/** MAAX's answer for a conversation. */
export function findMaaxAnswer(state: EmulatorState, id: string): unknown {
  return state.maax.get(id) ?? MAAX_ANSWERS[id];
}
