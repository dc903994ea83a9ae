import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Emulator, startEmulator } from '../../../demo/emulator/server.ts';
import { type KeptGrant, makeBoardsAccess } from '../access-for-tests.ts';
import type { Grant } from '../provider.ts';
import { socialBoards } from './client.ts';

let emulator: Emulator;
let kept: KeptGrant[];

beforeEach(async () => {
  emulator = await startEmulator();
  kept = [];
  // The shortest pauses that jitter could ever give.
  vi.spyOn(Math, 'random').mockReturnValue(-0.5);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await emulator.close();
});

function open(grant?: Grant): ReturnType<typeof socialBoards.open> {
  const access = makeBoardsAccess(emulator.url, 'refresh-token', kept);
  return socialBoards.open('255762', grant ? { ...access, grant } : access);
}

function listPaths(): readonly string[] {
  return emulator.requests.map(({ path }) => path.split('?')[0] ?? '');
}

const TOKEN = '/token';
const CHAT = '/chat/conversations/255762';

describe('signing in with a refresh token', () => {
  it('renews as documented, and keeps the grant', async () => {
    expect((await open()).ok).toBe(true);
    expect(listPaths()).toEqual([TOKEN, CHAT]);
    expect(emulator.requests[0]).toMatchObject({
      method: 'POST',
      body: 'grant_type=refresh_token&client_id=demo-client&refresh_token=demo-refresh-token-1234567890',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(kept).toHaveLength(1);
    expect(kept[0]).not.toHaveProperty('refreshToken');
    expect((kept[0]?.grant.expiresAt ?? 0) - Date.now()).toBeGreaterThan(3_590_000);
  });

  it('uses a kept grant until a minute before its end', async () => {
    await open();
    const grant = kept[0]?.grant as Grant;
    emulator.requests.length = 0;
    expect((await open({ ...grant, expiresAt: Date.now() + 61_000 })).ok).toBe(true);
    expect(listPaths()).toEqual([CHAT]);
    expect((await open({ ...grant, expiresAt: Date.now() + 59_000 })).ok).toBe(true);
    expect(listPaths()).toEqual([CHAT, TOKEN, CHAT]);
  });

  it('renews a kept grant that is refused, and asks again, once', async () => {
    expect((await open({ accessToken: 'revoked', expiresAt: Date.now() + 3_000_000 })).ok).toBe(true);
    expect(listPaths()).toEqual([CHAT, TOKEN, CHAT]);
    emulator.requests.length = 0;
    emulator.rules.add({ match: { path: CHAT }, respond: { status: 401 } });
    const grant: Grant = { accessToken: 'revoked', expiresAt: Date.now() + 3_000_000 };
    expect(await open(grant)).toMatchObject({ failure: { kind: 'key-rejected', status: 401 } });
    expect(listPaths()).toEqual([CHAT, TOKEN, CHAT]);
    emulator.requests.length = 0;
    expect(await open()).toMatchObject({ failure: { kind: 'key-rejected' } });
    expect(listPaths()).toEqual([TOKEN, CHAT]);
  });

  it('makes one renewal for requests at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => open()));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(listPaths().filter((path) => path === TOKEN)).toHaveLength(1);
    expect(kept).toHaveLength(1);
  });

  it('hands a rotated refresh token over', async () => {
    emulator.state.rotatesRefreshToken = true;
    expect((await open()).ok).toBe(true);
    expect(kept).toEqual([{ grant: expect.anything(), refreshToken: emulator.state.keys.refreshToken }]);
  });

  it('uses a new token only when it is kept: a worker that dies then has lost nothing', async () => {
    emulator.state.rotatesRefreshToken = true;
    let keep: () => void = () => undefined;
    const isKept = new Promise<void>((resolve) => {
      keep = resolve;
    });
    const keepGrant = vi.fn(() => isKept);
    const asked = socialBoards.open('255762', { ...makeBoardsAccess(emulator.url, 'refresh-token'), keepGrant });
    await vi.waitFor(() => expect(keepGrant).toHaveBeenCalled());
    expect(keepGrant).toHaveBeenCalledWith(expect.anything(), {
      used: 'demo-refresh-token-1234567890',
      next: emulator.state.keys.refreshToken,
    });
    expect(listPaths()).toEqual([TOKEN]);
    keep();
    expect((await asked).ok).toBe(true);
    expect(listPaths()).toEqual([TOKEN, CHAT]);
  });

  it('goes on with a token that cannot be kept', async () => {
    const keepGrant = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const answer = await socialBoards.open('255762', { ...makeBoardsAccess(emulator.url, 'refresh-token'), keepGrant });
    expect(answer).toMatchObject({ ok: true });
    expect(listPaths()).toEqual([TOKEN, CHAT]);
  });

  it('takes what another look-up has renewed meanwhile, and renews with the refresh token of now', async () => {
    emulator.state.rotatesRefreshToken = true;
    await open();
    const [first] = kept;
    const late = makeBoardsAccess(emulator.url, 'refresh-token', kept);
    // It began before the first renewal: its own refresh token is none any more.
    const readLatest = vi.fn(async () => ({ refreshToken: first?.refreshToken ?? '', grant: first?.grant as Grant }));
    emulator.requests.length = 0;
    expect((await socialBoards.open('255762', { ...late, readLatest })).ok).toBe(true);
    expect(listPaths()).toEqual([CHAT]);
    emulator.state.issued.clear();
    emulator.requests.length = 0;
    expect((await socialBoards.open('255762', { ...late, readLatest, grant: first?.grant as Grant })).ok).toBe(true);
    expect(listPaths()).toEqual([CHAT, TOKEN, CHAT]);
    expect(kept.at(-1)?.refreshToken).toBe(emulator.state.keys.refreshToken);
  });

  it('lets a renewal come to its end where the look-up that began it was left: its refresh token would be lost', async () => {
    emulator.state.rotatesRefreshToken = true;
    emulator.rules.add({ match: { path: TOKEN }, respond: { delayMs: 50 } });
    const left = new AbortController();
    const asked = socialBoards.open('255762', {
      ...makeBoardsAccess(emulator.url, 'refresh-token', kept),
      signal: left.signal,
    });
    await vi.waitFor(() => expect(listPaths()).toEqual([TOKEN]));
    left.abort();
    expect(await asked).toMatchObject({ failure: { kind: 'timeout' } });
    await vi.waitFor(() => expect(kept).toEqual([{ grant: expect.anything(), refreshToken: emulator.state.keys.refreshToken }]));
    expect(listPaths()).toEqual([TOKEN]);
  });

  it('works with tokens that last less than the margin', async () => {
    emulator.state.tokenLifetime = 5;
    expect((await open()).ok).toBe(true);
    expect(listPaths()).toEqual([TOKEN, CHAT]);
  });

  it.each([
    ['400', { status: 400, body: { error: 'invalid_grant' } }, { kind: 'key-rejected', status: 400 }, 1],
    ['401', { status: 401 }, { kind: 'key-rejected', status: 401 }, 1],
    ['403', { status: 403 }, { kind: 'forbidden' }, 1],
    ['404', { status: 404 }, { kind: 'unexpected-answer', status: 404 }, 1],
    ['429', { status: 429, headers: { 'retry-after': '9' } }, { kind: 'rate-limited', retryAt: expect.any(Number) }, 1],
    ['503', { status: 503 }, { kind: 'provider-down' }, 3],
    ['HTML', { body: '<html>' }, { kind: 'unexpected-answer' }, 1],
    ['another shape', { body: { token: 'x' } }, { kind: 'unexpected-answer' }, 1],
    ['a token that no header can hold', { body: { access_token: 'a\nb' } }, { kind: 'unexpected-answer' }, 1],
  ])('answers %s of the token endpoint', async (_what, respond, failure, count) => {
    emulator.rules.add({ match: { path: TOKEN }, respond });
    const answer = await open();
    expect(answer).toMatchObject({ failure: { provider: 'socialboards', reason: 'token-endpoint', ...failure } });
    expect(answer.ok || 'raw' in answer.failure).toBe(false);
    expect(listPaths()).toEqual(Array.from({ length: count }, () => TOKEN));
  });

  it('follows no redirect of the token endpoint', async () => {
    emulator.rules.add({ match: { path: TOKEN }, respond: { status: 307, headers: { location: `${emulator.url}/stolen` } } });
    expect(await open()).toMatchObject({ failure: { kind: 'unreachable', reason: 'redirect' } });
    expect(listPaths()).toEqual([TOKEN]);
  });

  it('asks nobody without a client id or a refresh token', async () => {
    const access = makeBoardsAccess(emulator.url, 'refresh-token');
    const withoutId = { ...access, settings: { ...access.settings, clientId: '' } };
    expect(await socialBoards.open('7', withoutId)).toMatchObject({ failure: { kind: 'no-key' } });
    expect(await socialBoards.open('7', { ...access, secrets: {} })).toMatchObject({ failure: { kind: 'no-key' } });
    expect(emulator.requests).toHaveLength(0);
  });

  it('shows neither token where the API echoes it', async () => {
    await open();
    const grant = kept[0]?.grant as Grant;
    const echo = { seen: `Bearer ${grant.accessToken}`, refresh: 'demo-refresh-token-1234567890' };
    emulator.rules.add({ match: { path: CHAT }, respond: { body: echo } });
    const shown = JSON.stringify(await open(grant));
    expect(shown).toContain('wrong-shape');
    expect(shown).not.toContain(grant.accessToken);
    expect(shown).not.toContain('demo-refresh');
  });
});
