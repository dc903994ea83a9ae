import { answerJson, type EmulatedAnswer, type EmulatedRequest, hasContentType } from './http.ts';
import { type EmulatorState, FORBIDDEN_ID, findMaaxAnswer } from './state.ts';

const PATH = /^\/api\/v2\/conversations\/([^/]+)(\/?)$/;

export function isMaaxPath(pathname: string): boolean {
  return PATH.test(pathname);
}

/** Conversations API v2: `POST /api/v2/conversations/{id}/`. The bodies of its refusals are not documented. */
export function answerMaax(request: EmulatedRequest, state: EmulatorState): EmulatedAnswer {
  const [, id = '', slash] = PATH.exec(request.url.pathname) ?? [];
  if (slash === '') {
    return { status: 301, headers: { location: `${request.url.pathname}/${request.url.search}` }, body: '' };
  }
  if (request.method !== 'POST') {
    return answerJson(405, { detail: `Method "${request.method}" not allowed.` }, { allow: 'POST' });
  }
  if (request.headers['2hd-api-key'] !== state.keys.maaxKey) {
    return answerJson(401, { detail: 'Invalid API key.' });
  }
  if (!hasContentType(request, 'application/json') || !isJson(request.body) || !/^\d+$/.test(id)) {
    return answerJson(400, { detail: 'Incorrectly formatted parameters.' });
  }
  if (id === FORBIDDEN_ID) {
    return answerJson(403, { detail: 'Forbidden.' });
  }
  const answer = findMaaxAnswer(state, id);
  return answer === undefined ? answerJson(404, { detail: 'Not found.' }) : answerJson(200, answer);
}

function isJson(body: string): boolean {
  try {
    return body === '' || typeof JSON.parse(body) === 'object';
  } catch {
    return false;
  }
}
