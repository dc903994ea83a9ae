import type { SocialBoardsSettings } from '../../domain/provider-settings.ts';

export const SOCIALBOARDS_NAME = 'SocialBoards';

export const SOCIALBOARDS_DEFAULTS: SocialBoardsSettings = {
  provider: 'socialboards',
  signIn: 'refresh-token',
  clientId: '',
  community: '',
  baseUrl: 'https://api.socialboards.com/',
  tokenUrl: 'https://api.socialboards.com/token',
};

/** What stands in an inbox's address: no page says which signs it may hold. Sent as a header, put into a path. */
const COMMUNITY = /^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$/i;

export function isCommunity(text: string): boolean {
  return COMMUNITY.test(text);
}

/** `https://inbox.socialboards.com/<community>/tickets?ticketId=<id>`, as in the samples; a conversation is a ticket. */
export function buildInboxUrl({ community }: SocialBoardsSettings, id: string): string | undefined {
  return isCommunity(community) ? `https://inbox.socialboards.com/${community}/tickets?ticketId=${id}` : undefined;
}

/** Every URL that the settings make Backscroll call. */
export function listSocialBoardsUrls(settings: SocialBoardsSettings): readonly string[] {
  return settings.signIn === 'refresh-token' ? [settings.baseUrl, settings.tokenUrl] : [settings.baseUrl];
}
