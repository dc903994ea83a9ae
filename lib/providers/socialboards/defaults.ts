import type { SocialBoardsSettings } from '../../domain/provider-settings.ts';

export const SOCIALBOARDS_NAME = 'SocialBoards';

export const SOCIALBOARDS_DEFAULTS: SocialBoardsSettings = {
  provider: 'socialboards',
  signIn: 'refresh-token',
  clientId: '',
  baseUrl: 'https://api.socialboards.com/',
  tokenUrl: 'https://api.socialboards.com/token',
};

/** Every URL that the settings make Backscroll call. */
export function listSocialBoardsUrls(settings: SocialBoardsSettings): readonly string[] {
  return settings.signIn === 'refresh-token' ? [settings.baseUrl, settings.tokenUrl] : [settings.baseUrl];
}
