import { randomUUID } from 'node:crypto';
import { answerJson, type EmulatedAnswer, type EmulatedRequest, hasContentType } from './http.ts';
import type { EmulatorState } from './state.ts';

/**
 * `POST /token`, as documented: form-urlencoded, answered with a flat object. How it refuses is not documented; OAuth's own
 * error answers (RFC 6749, 5.2) are used.
 */
export function answerToken(request: EmulatedRequest, state: EmulatorState): EmulatedAnswer {
  if (request.method !== 'POST') {
    return answerJson(405, { error: 'invalid_request' }, { allow: 'POST' });
  }
  if (!hasContentType(request, 'application/x-www-form-urlencoded')) {
    return answerJson(400, { error: 'invalid_request' });
  }
  const form = new URLSearchParams(request.body);
  if (form.get('grant_type') !== 'refresh_token') {
    return answerJson(400, { error: 'unsupported_grant_type' });
  }
  if (form.get('client_id') !== state.keys.clientId) {
    return answerJson(401, { error: 'invalid_client' });
  }
  if (form.get('refresh_token') !== state.keys.refreshToken) {
    return answerJson(400, { error: 'invalid_grant' });
  }
  const accessToken = `issued-${randomUUID()}`;
  state.issued.set(accessToken, Date.now() + state.tokenLifetime * 1000);
  if (state.rotatesRefreshToken) {
    state.keys = { ...state.keys, refreshToken: `rotated-${randomUUID()}` };
  }
  return answerJson(200, {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: state.tokenLifetime,
    refresh_token: state.keys.refreshToken,
  });
}

/** Whether a request bears the plain access token, an issued one that has not ended, or the older sign-in's two headers. */
export function isAuthorised(request: EmulatedRequest, state: EmulatorState): boolean {
  const { community, 'x-token': publicToken } = request.headers;
  if (community === state.keys.community && publicToken === state.keys.publicToken) {
    return true;
  }
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  return token !== undefined && (token === state.keys.accessToken || (state.issued.get(token) ?? 0) > Date.now());
}
