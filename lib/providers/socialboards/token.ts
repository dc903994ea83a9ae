import type { SocialBoardsSettings } from '../../domain/provider-settings.ts';
import { type Failure, fail, type Result, succeed } from '../../domain/result.ts';
import { parseEndpointUrl } from '../base-url.ts';
import type { Grant, ProviderAccess } from '../provider.ts';
import { type Line, LOOK_UP_DEADLINE_MS, openLine, requestJson } from '../request-json.ts';
import { isSecret } from '../secret.ts';
import { TOKEN_ANSWER } from './wire.ts';

/** Where the requests of one look-up get their access token. */
export interface TokenSource {
  /** A token that is good for now. */
  readonly take: (line: Line) => Promise<Result<string>>;
  /** After the API refused a token: another one; undefined where no other can be had. */
  readonly replace: (refused: string, line: Line) => Promise<Result<string> | undefined>;
}

/** A grant is renewed before it ends, so that it does not end on the way. */
const MARGIN_MS = 60_000;
/** What the pages say a token lasts, for an answer that does not. */
const DEFAULT_LIFETIME_S = 3_600;

/** Renewals under way, by what they are made from: requests at the same time share one. Lost with the worker, harmlessly. */
const renewals = new Map<string, Promise<Result<Grant>>>();

export function createTokenSource(access: ProviderAccess<SocialBoardsSettings>): TokenSource {
  return access.settings.signIn === 'access-token' ? createFixedSource(access) : createRenewingSource(access);
}

function createFixedSource(access: ProviderAccess<SocialBoardsSettings>): TokenSource {
  const { accessToken } = access.secrets;
  return {
    take: async () => (accessToken && isSecret(accessToken) ? succeed(accessToken) : failWithoutKey()),
    replace: async () => undefined,
  };
}

function createRenewingSource(access: ProviderAccess<SocialBoardsSettings>): TokenSource {
  let grant = access.grant;
  let isNew = false;
  let refusedToken: string | undefined;

  async function take(line: Line): Promise<Result<string>> {
    // The margin is for kept grants: of a token that lasts less than it, every request would renew.
    if (grant !== undefined && grant.expiresAt - (isNew ? 0 : MARGIN_MS) > access.now()) {
      return succeed(grant.accessToken);
    }
    const renewed = await within(line, findGrant(access, refusedToken));
    if (!renewed.ok) {
      return renewed;
    }
    grant = renewed.value;
    isNew = true;
    return succeed(grant.accessToken);
  }

  async function replace(refused: string, line: Line): Promise<Result<string> | undefined> {
    if (grant?.accessToken === refused) {
      if (isNew) {
        return undefined;
      }
      grant = undefined;
      refusedToken = refused;
    }
    return take(line);
  }

  return { take, replace };
}

/** A look-up waits for a renewal as long as for anything; the renewal goes on for the next. */
function within<T>(line: Line, renewal: Promise<Result<T>>): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(fail<Failure>({ kind: 'timeout', provider: line.provider }));
    const timer = setTimeout(giveUp, line.startedAt + LOOK_UP_DEADLINE_MS - performance.now());
    line.signal?.addEventListener('abort', giveUp);
    void renewal.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      line.signal?.removeEventListener('abort', giveUp);
    });
  });
}

/** What another look-up has renewed since this one began, else a renewal, with the refresh token as it is by now. */
async function findGrant(access: ProviderAccess<SocialBoardsSettings>, refused: string | undefined): Promise<Result<Grant>> {
  const { grant, refreshToken = access.secrets.refreshToken } = (await access.readLatest?.()) ?? {};
  const isGood = grant !== undefined && grant.accessToken !== refused && grant.expiresAt - MARGIN_MS > access.now();
  return isGood ? succeed(grant) : shareRenewal(access, refreshToken);
}

function shareRenewal(access: ProviderAccess<SocialBoardsSettings>, refreshToken: string | undefined): Promise<Result<Grant>> {
  const { settings } = access;
  if (settings.clientId === '' || !refreshToken || !isSecret(refreshToken)) {
    return Promise.resolve(failWithoutKey());
  }
  const key = JSON.stringify([settings.tokenUrl, settings.clientId, refreshToken]);
  const running = renewals.get(key) ?? renew(access, refreshToken).finally(() => renewals.delete(key));
  renewals.set(key, running);
  return running;
}

/**
 * `POST <tokenUrl>`, form-urlencoded (apis/tickets/authorization-headers/access-tokens-v2). The grant, and the refresh token
 * where another one came back, are kept before anybody uses them: a rotated token that is lost locks the agent out. So nothing
 * that ends a look-up ends a renewal: it has 20 s of its own.
 */
async function renew(access: ProviderAccess<SocialBoardsSettings>, refreshToken: string): Promise<Result<Grant>> {
  const { fetch, now, secrets } = access;
  const line = openLine('socialboards', { fetch, now, secrets });
  const { tokenUrl, clientId } = access.settings;
  const url = parseEndpointUrl(tokenUrl);
  if (!url.ok) {
    return fail<Failure>({ kind: 'unreachable', provider: line.provider, reason: 'token-endpoint' });
  }
  const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' };
  const answer = await requestJson({ url: new URL(url.value), method: 'POST', headers, body: form.toString() }, line);
  if (!answer.ok) {
    return fail(blameTokenEndpoint(answer.failure));
  }
  const token = TOKEN_ANSWER.safeParse(answer.value);
  if (!token.success || !isSecret(token.data.access_token)) {
    // Without the answer: it may hold a token.
    return fail<Failure>({ kind: 'unexpected-answer', provider: line.provider, reason: 'token-endpoint' });
  }
  const lifetime = token.data.expires_in ?? DEFAULT_LIFETIME_S;
  const grant: Grant = { accessToken: token.data.access_token, expiresAt: access.now() + lifetime * 1000 };
  const rotated = token.data.refresh_token;
  const tokens = { used: refreshToken, ...(rotated && rotated !== refreshToken ? { next: rotated } : {}) };
  // The endpoint has answered: a grant that cannot be kept is still good for this look-up.
  await access.keepGrant(grant, tokens).catch(() => undefined);
  return succeed(grant);
}

/** Its 400 means the refresh token or the client id, its 404 the address: neither is about a conversation. */
function blameTokenEndpoint(failure: Failure): Failure {
  const { raw: _hidden, ...shown } = failure;
  const reason = failure.reason === 'redirect' ? failure.reason : 'token-endpoint';
  if (failure.kind === 'bad-id' || failure.kind === 'key-rejected') {
    return { ...shown, kind: 'key-rejected', reason };
  }
  return failure.kind === 'not-found' ? { ...shown, kind: 'unexpected-answer', reason } : { ...shown, reason };
}

function failWithoutKey(): Result<never> {
  return fail<Failure>({ kind: 'no-key', provider: 'socialboards' });
}
