import type { MaaxSettings, SignInMethod, SocialBoardsSettings } from '../domain/provider-settings.ts';
import type { Grant, ProviderAccess } from './provider.ts';

/** What the clients gave to be kept, in order. */
export interface KeptGrant {
  readonly grant: Grant;
  readonly refreshToken?: string;
}

const UNKEPT = { fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init), now: () => Date.now() };

/** Access to the emulator's MAAX AI, with its demo key. */
export function makeMaaxAccess(url: string, apiKey = 'demo-maax-key-1234567890'): ProviderAccess<MaaxSettings> {
  const settings: MaaxSettings = { provider: 'maax', baseUrl: `${url}/api/v2/` };
  return { ...UNKEPT, settings, secrets: { apiKey }, keepGrant: async () => {} };
}

/** Access to the emulator's SocialBoards, with its demo tokens; grants are pushed to `kept`. */
export function makeBoardsAccess(
  url: string,
  signIn: SignInMethod = 'access-token',
  kept: KeptGrant[] = [],
): ProviderAccess<SocialBoardsSettings> {
  const settings: SocialBoardsSettings = {
    provider: 'socialboards',
    signIn,
    clientId: 'demo-client',
    community: '',
    baseUrl: `${url}/`,
    tokenUrl: `${url}/token`,
  };
  return {
    ...UNKEPT,
    settings,
    secrets: { refreshToken: 'demo-refresh-token-1234567890', accessToken: 'demo-access-token-1234567890' },
    keepGrant: async (grant, { next }) => {
      kept.push({ grant, ...(next === undefined ? {} : { refreshToken: next }) });
    },
  };
}
