import type { SocialBoardsSettings } from '../../domain/provider-settings.ts';
import type { Result } from '../../domain/result.ts';
import type { ProviderAccess } from '../provider.ts';
import { type Line, openLine, requestJson } from '../request-json.ts';
import type { z } from '../zod.ts';
import { readEnvelope } from './read-envelope.ts';
import { createTokenSource, type TokenSource } from './token.ts';

/** What the requests of one look-up share. Without `access.startedAt` each request has 20 s of its own. */
export interface Session {
  /** Id of the conversation. */
  readonly id: string;
  readonly access: ProviderAccess<SocialBoardsSettings>;
  readonly tokens: TokenSource;
}

export function openSession(id: string, access: ProviderAccess<SocialBoardsSettings>): Session {
  return { id, access, tokens: createTokenSource(access) };
}

/** For reading many pages: each has its own 20 s, whenever the look-up began. */
export function openLongSession(id: string, { startedAt: _begun, ...access }: ProviderAccess<SocialBoardsSettings>): Session {
  return openSession(id, access);
}

/**
 * GETs an address with the session's token and reads `data` out of the envelope. A refused token that was kept from before is
 * replaced and the request repeated, once.
 */
export async function askData<T>(url: URL, schema: z.ZodType<T>, session: Session): Promise<Result<T>> {
  const { id, access, tokens } = session;
  const line = openLine('socialboards', access, id);
  const token = await tokens.take(line);
  if (!token.ok) {
    return token;
  }
  const data = await askWithToken(url, schema, token.value, { line, access });
  if (data.ok || data.failure.kind !== 'key-rejected') {
    return data;
  }
  const other = await tokens.replace(token.value, line);
  if (other === undefined) {
    return data;
  }
  return other.ok ? askWithToken(url, schema, other.value, { line, access }) : other;
}

/**
 * The headers of a sign-in (apis/tickets/authorization-headers): a bearer token; for accounts on the older scheme the account's
 * short name and its public API token.
 */
function signRequest(token: string, { signIn, community }: SocialBoardsSettings): Readonly<Record<string, string>> {
  const isOlder = signIn === 'access-token' && community !== '';
  return isOlder ? { Community: community, 'X-Token': token } : { Authorization: `Bearer ${token}` };
}

async function askWithToken<T>(
  url: URL,
  schema: z.ZodType<T>,
  token: string,
  { line, access }: { readonly line: Line; readonly access: Session['access'] },
): Promise<Result<T>> {
  const headers = { ...signRequest(token, access.settings), Accept: 'application/json' };
  const masked: Line = { ...line, secrets: { ...line.secrets, accessToken: token } };
  const answer = await requestJson({ url, method: 'GET', headers }, masked);
  return answer.ok ? readEnvelope(answer.value, schema, masked) : answer;
}
