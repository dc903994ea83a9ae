import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAAX_ANSWERS, SOCIALBOARDS_CONVERSATIONS } from './conversations.ts';
import { type Emulator, startEmulator } from './server.ts';
import { tellDocumentedSample } from './stories/documented-sample.ts';

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(() => emulator.close());

function call(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
  return fetch(`${emulator.url}${path}`, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });
}

const KEY = { '2hd-api-key': 'demo-maax-key-1234567890' };
const JSON_TYPE = { 'content-type': 'application/json' };
const BEARER = { authorization: 'Bearer demo-access-token-1234567890' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const GRANT = 'grant_type=refresh_token&client_id=demo-client&refresh_token=demo-refresh-token-1234567890';

describe('MAAX AI', () => {
  it.each([
    ['POST', '/48213/', { ...KEY, ...JSON_TYPE }, '{}', 200],
    ['POST', '/48213/', { ...KEY, ...JSON_TYPE }, '', 200],
    ['POST', '/48213/', { ...KEY, 'content-type': 'application/json; charset=utf-8' }, '{}', 200],
    ['POST', '/48213', { ...KEY, ...JSON_TYPE }, '{}', 301],
    ['GET', '/48213/', KEY, undefined, 405],
    ['POST', '/48213/', JSON_TYPE, '{}', 401],
    ['POST', '/48213/', { '2hd-api-key': 'x', ...JSON_TYPE }, '{}', 401],
    ['POST', '/48213/', KEY, '{}', 400],
    ['POST', '/48213/', { ...KEY, ...JSON_TYPE }, '{', 400],
    ['POST', '/abc/', { ...KEY, ...JSON_TYPE }, '{}', 400],
    ['POST', '/403403/', { ...KEY, ...JSON_TYPE }, '{}', 403],
    ['POST', '/7/', { ...KEY, ...JSON_TYPE }, '{}', 404],
  ])('%s %s with %j and %j: %5$i', async (method, path, headers, body, status) => {
    expect((await call(method, `/api/v2/conversations${path}`, headers, body)).status).toBe(status);
  });

  it('serves every answer, the documented body among them', async () => {
    for (const [id, answer] of Object.entries(MAAX_ANSWERS)) {
      const response = await call('POST', `/api/v2/conversations/${id}/`, { ...KEY, ...JSON_TYPE }, '{}');
      expect(await response.json()).toEqual(answer);
    }
    expect(Object.keys(MAAX_ANSWERS['48216'] as object)).toEqual(['incoming_message_id']);
  });
});

describe('SocialBoards', () => {
  it.each([
    ['GET', '/254626', BEARER, 200],
    ['GET', '/254626', { community: 'fjellogfjord', 'x-token': 'demo-public-token-1234567890' }, 200],
    ['GET', '/254626', { community: 'other', 'x-token': 'demo-public-token-1234567890' }, 401],
    ['GET', '/254626', { 'x-token': 'demo-public-token-1234567890' }, 401],
    ['GET', '/254626', {}, 401],
    ['GET', '/254626', { authorization: 'Bearer x' }, 401],
    ['GET', '/254626?orderBy=newest', BEARER, 400],
    ['GET', '/254626?includeMessages=maybe', BEARER, 400],
    ['GET', '/abc', BEARER, 400],
    ['GET', '/403403', BEARER, 403],
    ['GET', '/7', BEARER, 404],
    ['POST', '/254626', BEARER, 405],
    ['GET', '/254626/messages', BEARER, 200],
    ['GET', '/254626/messages?take=101', BEARER, 400],
    ['GET', '/254626/messages?take=0', BEARER, 400],
    ['GET', '/254626/messages?skip=-1', BEARER, 400],
    ['GET', '/254626/takeover', BEARER, 404],
  ])('%s %s with %j: %i', async (method, path, headers, status) => {
    const response = await call(method, `/chat/conversations${path}`, headers);
    expect(response.status).toBe(status);
  });

  it('serves the documented sample as it stands', async () => {
    const answer = await (await call('GET', '/chat/conversations/254626?includeMessages=true', BEARER)).json();
    expect(answer).toEqual({ data: tellDocumentedSample(), errorCode: -1, errorText: null });
  });

  it('leaves messages out unless they are asked for', async () => {
    const { data } = await (await call('GET', '/chat/conversations/4478963', BEARER)).json();
    expect([data.messages, data.totalMessagesCount]).toEqual([[], 250]);
  });

  it.each(['orderBy', 'orderyBy'])('reads %s', async (name) => {
    const path = '/chat/conversations/4478963?includeMessages=true';
    const all = SOCIALBOARDS_CONVERSATIONS['4478963']?.().messages ?? [];
    const earliest = await (await call('GET', `${path}&${name}=creation_time_asc`, BEARER)).json();
    const latest = await (await call('GET', `${path}&${name}=creation_time_desc`, BEARER)).json();
    expect(earliest.data.messages).toEqual(all.slice(0, 100));
    expect(latest.data.messages).toEqual(all.slice(-100));
  });

  it('serves pages from both ends', async () => {
    const path = '/chat/conversations/4478963/messages?take=20';
    const all = SOCIALBOARDS_CONVERSATIONS['4478963']?.().messages ?? [];
    const read = async (query: string) => (await (await call('GET', `${path}&${query}`, BEARER)).json()).data;
    expect(await read('skip=240&orderBy=creation_time_asc')).toEqual(all.slice(240));
    expect(await read('skip=10')).toEqual(all.slice(220, 240));
    expect(await read('skip=250&orderBy=creation_time_asc')).toEqual([]);
  });
});

describe('the token endpoint', () => {
  it.each([
    ['POST', FORM, GRANT, 200],
    ['GET', {}, undefined, 405],
    ['POST', JSON_TYPE, GRANT, 400],
    ['POST', FORM, GRANT.replace('grant_type=refresh_token', 'grant_type=password'), 400],
    ['POST', FORM, GRANT.replace('demo-client', 'x'), 401],
    ['POST', FORM, GRANT.replace('demo-refresh', 'x'), 400],
    ['POST', FORM, '', 400],
  ])('%s with %j and %j: %i', async (method, headers, body, status) => {
    expect((await call(method, '/token', headers, body)).status).toBe(status);
  });

  it('gives tokens that work until they end', async () => {
    const token = await (await call('POST', '/token', FORM, GRANT)).json();
    expect(token).toMatchObject({ token_type: 'bearer', expires_in: 3_599, refresh_token: 'demo-refresh-token-1234567890' });
    const bearer = { authorization: `Bearer ${token.access_token}` };
    expect((await call('GET', '/chat/conversations/254626', bearer)).status).toBe(200);
    emulator.state.issued.set(token.access_token, Date.now() - 1);
    expect((await call('GET', '/chat/conversations/254626', bearer)).status).toBe(401);
  });

  it('ends a refresh token that it rotates', async () => {
    emulator.state.rotatesRefreshToken = true;
    const token = await (await call('POST', '/token', FORM, GRANT)).json();
    expect(token.refresh_token).not.toContain('demo');
    expect((await call('POST', '/token', FORM, GRANT)).status).toBe(400);
  });
});

describe('control', () => {
  it('logs requests, and does as it is told by another process', async () => {
    await call('GET', '/chat/conversations/7?x=1', BEARER);
    const order = {
      set: { keys: { maaxKey: 'other' }, tokenLifetime: 5 },
      rules: [{ match: { path: '/chat' }, respond: { status: 503, body: '<html>', headers: { 'x-a': 'b' } }, times: 1 }],
      say: [{ id: '254626', text: 'One more thing' }],
    };
    const answer = await (await call('POST', '/__control', JSON_TYPE, JSON.stringify(order))).json();
    expect(answer).toMatchObject({
      requests: [{ method: 'GET', path: '/chat/conversations/7?x=1', headers: BEARER, body: '' }],
      rules: order.rules,
      keys: { maaxKey: 'other', clientId: 'demo-client' },
    });
    const faulty = await call('GET', '/chat/conversations/254626', BEARER);
    expect([faulty.status, faulty.headers.get('x-a'), await faulty.text()]).toEqual([503, 'b', '<html>']);
    const { data } = await (await call('GET', '/chat/conversations/254626?includeMessages=true', BEARER)).json();
    expect(data.messages.at(-1).message).toBe('One more thing');
    const cleared = JSON.stringify({ clearRequests: true, clearRules: true });
    expect(await (await call('POST', '/__control', JSON_TYPE, cleared)).json()).toMatchObject({ requests: [], rules: [] });
  });

  it('delays, cuts and holds answers', async () => {
    emulator.rules.add({ match: { path: '/token' }, respond: { delayMs: 50 }, times: 1 });
    emulator.rules.add({ match: { path: '/token' }, respond: { reset: true }, times: 1 });
    emulator.rules.add({ match: { path: '/token' }, respond: { status: 200, body: 'half', reset: true }, times: 1 });
    emulator.rules.add({ match: { path: '/token' }, respond: { hang: true }, times: 1 });
    const began = performance.now();
    expect((await call('POST', '/token', FORM, GRANT)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(45);
    await expect(call('POST', '/token')).rejects.toThrow();
    const half = await call('POST', '/token');
    await expect(half.text()).rejects.toThrow();
    const held = fetch(`${emulator.url}/token`, { method: 'POST', signal: AbortSignal.timeout(100) });
    await expect(held).rejects.toThrow(/timeout|aborted/i);
    expect((await call('POST', '/token', FORM, GRANT)).status).toBe(200);
  });
});

describe('a story', () => {
  it.each(Object.entries(SOCIALBOARDS_CONVERSATIONS))('%s holds together', (id, make) => {
    const { messages, ...story } = make();
    expect([String(story.id), story.totalMessagesCount, messages[0]?.id]).toEqual([id, messages.length, 0]);
    const times = messages.map(({ creationTime }) => Date.parse(creationTime));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(messages.map((message) => message.id)).size).toBe(messages.length);
  });
});
