import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RuleResponse } from '../../demo/emulator/rules.ts';
import { type Emulator, startEmulator } from '../../demo/emulator/server.ts';
import type { Failure, Result } from '../domain/result.ts';
import { openLine, requestJson } from './request-json.ts';

let emulator: Emulator;
let target: Emulator;

beforeAll(async () => {
  [emulator, target] = await Promise.all([startEmulator(), startEmulator()]);
});

afterAll(() => Promise.all([emulator.close(), target.close()]));

beforeEach(() => {
  emulator.rules.clear();
  emulator.requests.length = 0;
  target.requests.length = 0;
  // The shortest pauses that jitter could ever give.
  vi.spyOn(Math, 'random').mockReturnValue(-0.5);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function ask(url = `${emulator.url}/x`, givenFetch: typeof fetch = (input, init) => fetch(input, init)): Promise<Result<unknown>> {
  const line = openLine('maax', { fetch: givenFetch, now: () => 1_000_000, secrets: { apiKey: 'k' } });
  return requestJson({ url: new URL(url), method: 'POST', headers: { '2hd-api-key': 'k' }, body: '{}' }, line);
}

function answerAll(respond: RuleResponse, times?: number): void {
  emulator.rules.add({ match: {}, respond, ...(times === undefined ? {} : { times }) });
}

describe('requestJson', () => {
  it.each([
    ['400', { status: 400 }, { kind: 'bad-id', status: 400 }, 1],
    ['401', { status: 401, body: 'x' }, { kind: 'key-rejected', status: 401 }, 1],
    ['403', { status: 403 }, { kind: 'forbidden', status: 403 }, 1],
    ['404', { status: 404, body: '<html>' }, { kind: 'not-found', status: 404 }, 1],
    ['429', { status: 429 }, { kind: 'rate-limited', status: 429, retryAt: 1_005_000 }, 1],
    ['429 with seconds', { status: 429, headers: { 'retry-after': '42' } }, { kind: 'rate-limited', retryAt: 1_042_000 }, 1],
    ['500', { status: 500 }, { kind: 'provider-down', status: 500 }, 3],
    ['502 with HTML', { status: 502, body: '<html>Bad gateway</html>' }, { kind: 'provider-down', status: 502 }, 3],
    ['503', { status: 503 }, { kind: 'provider-down', status: 503 }, 3],
    ['500 that hangs', { status: 500, hang: true }, { kind: 'provider-down', status: 500 }, 3],
    ['418', { status: 418, body: { detail: 'teapot' } }, { kind: 'unexpected-answer', status: 418, raw: { detail: 'teapot' } }, 1],
    ['204', { status: 204 }, { kind: 'unexpected-answer', reason: 'not-json', raw: '' }, 1],
    ['an empty 200', { status: 200 }, { kind: 'unexpected-answer', reason: 'not-json', raw: '' }, 1],
    ['HTML', { body: '<html>Log in</html>' }, { kind: 'unexpected-answer', reason: 'web-page', raw: '<html>Log in</html>' }, 1],
    ['truncated JSON', { body: '{"a":[1,' }, { kind: 'unexpected-answer', reason: 'not-json' }, 1],
    ['a body over 5 MB', { bodySize: 6_000_000 }, { kind: 'too-large' }, 1],
    ['a packed body over 5 MB', { bodySize: 50_000_000, gzip: true }, { kind: 'too-large' }, 1],
    ['a reset', { reset: true }, { kind: 'unreachable' }, 3],
    ['a reset within the body', { status: 200, body: '{"a":', reset: true }, { kind: 'unreachable' }, 3],
  ] satisfies [string, RuleResponse, Partial<Failure>, number][])('answers %s', async (_what, respond, failure, count) => {
    answerAll(respond);
    expect(await ask()).toMatchObject({ ok: false, failure: { provider: 'maax', ...failure } });
    expect(emulator.requests).toHaveLength(count);
  });

  it.each([301, 302, 303, 307, 308])('follows no %i, and asks once', async (status) => {
    answerAll({ status, headers: { location: `${target.url}/stolen` } });
    expect(await ask()).toEqual({ ok: false, failure: { kind: 'unreachable', provider: 'maax', reason: 'redirect' } });
    expect(emulator.requests).toHaveLength(1);
    expect(target.requests).toHaveLength(0);
  });

  it.each([
    ['an opaque redirect, as browsers answer', { type: 'opaqueredirect', status: 0, url: '' }],
    ['a redirect that was followed all the same', { redirected: true, status: 200, url: 'https://a.example/x' }],
    ["another origin's answer", { status: 200, url: 'https://b.example/x' }],
    ["another path's answer", { status: 200, url: 'https://a.example/y' }],
  ])('refuses %s', async (_what, members) => {
    const response = Object.defineProperties(new Response('{}'), describeMembers(members));
    const given = vi.fn(async () => response);
    expect(await ask('https://a.example/x', given)).toMatchObject({ failure: { kind: 'unreachable', reason: 'redirect' } });
    expect(given).toHaveBeenCalledTimes(1);
  });

  it('sends neither cookies nor a referrer, and takes nothing from a cache', async () => {
    const given = vi.fn(async (_input: RequestInfo | URL, _init?: RequestInit) => new Response('{}'));
    await ask('https://a.example/x', given);
    expect(given.mock.calls[0]?.[1]).toMatchObject({
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });

  it('takes the right answer when it comes late', async () => {
    answerAll({ status: 503 }, 2);
    answerAll({ body: { fine: true } });
    expect(await ask()).toEqual({ ok: true, value: { fine: true } });
    expect(emulator.requests).toHaveLength(3);
  });

  it.each([
    ['a byte order mark', '\uFEFF{"a":1}', { ok: true, value: { a: 1 } }],
    ['another content type', '{"a":1}', { ok: true, value: { a: 1 } }],
  ])('reads JSON with %s', async (_what, body, expected) => {
    answerAll({ body, headers: { 'content-type': 'text/plain' } });
    expect(await ask()).toEqual(expected);
  });

  it('takes what is not UTF-8 for no JSON', async () => {
    const given = async () => new Response(new Uint8Array([0x22, 0xff, 0x22]));
    expect(await ask('https://a.example/x', given)).toMatchObject({ failure: { reason: 'not-json', raw: '"\uFFFD"' } });
  });

  it('names a closed port unreachable, and says offline where the browser is', async () => {
    const closed = await startEmulator();
    await closed.close();
    expect(await ask(closed.url)).toMatchObject({ failure: { kind: 'unreachable' } });
    vi.stubGlobal('navigator', { onLine: false });
    const given = vi.fn(async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await ask('https://a.example/x', given)).toMatchObject({ failure: { kind: 'offline' } });
    expect(given).toHaveBeenCalledTimes(1);
  });

  it('hides a key that the server echoes', async () => {
    const body = { headers: { '2hd-api-key': 'echo-secret' } };
    answerAll({ status: 418, body });
    const access = { fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init), now: Date.now };
    const line = openLine('maax', { ...access, secrets: { apiKey: 'echo-secret' } });
    const answer = await requestJson({ url: new URL(emulator.url), method: 'GET', headers: {} }, line);
    expect(JSON.stringify(answer)).not.toContain('echo-secret');
  });
});

describe('the time a request may take', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });

  /** Answers as scripted, each after its time; an abort ends the waiting. */
  function scriptFetch(
    ...script: readonly { readonly after: number; readonly status: number }[]
  ): ReturnType<typeof vi.fn<typeof fetch>> {
    let index = 0;
    return vi.fn<typeof fetch>((_input, init) => {
      const { after, status } = script[index++] ?? { after: 1e9, status: 200 };
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => resolve(new Response('{}', { status })), after);
        init?.signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(new DOMException('aborted', 'AbortError'));
        });
      });
    });
  }

  it.each([
    ['a server that never answers', [], 20_000, 'timeout', 1],
    ['a server that answers after 19 s', [{ after: 19_000, status: 200 }], 19_000, 'ok', 1],
    ['a failure after 15 s', [{ after: 15_000, status: 500 }], 15_000, 'provider-down', 1],
    ['a repetition that hangs', [{ after: 100, status: 500 }], 10_500, 'provider-down', 2],
    ['slow failures', [5_000, 5_000, 5_000].map((after) => ({ after, status: 503 })), 10_500, 'provider-down', 3],
    [
      'a late success',
      [
        { after: 3_000, status: 503 },
        { after: 3_000, status: 200 },
      ],
      6_000,
      'ok',
      2,
    ],
  ])('for %s', async (_what, script, time, outcome, count) => {
    const given = scriptFetch(...script);
    let answer: Result<unknown> | undefined;
    const begun = performance.now();
    const asked = ask('https://a.example/x', given).then((value) => {
      answer = value;
      return performance.now() - begun;
    });
    await vi.advanceTimersByTimeAsync(25_000);
    expect(Math.round((await asked) / 100) * 100).toBe(time);
    expect(answer?.ok ? 'ok' : answer?.failure.kind).toBe(outcome);
    expect(given).toHaveBeenCalledTimes(count);
  });

  it('counts from the begin of the look-up, and ends when nobody waits any more', async () => {
    const given = scriptFetch();
    const signal = new AbortController();
    const access = { fetch: given, now: () => 0, secrets: {} };
    const begun = performance.now();
    await vi.advanceTimersByTimeAsync(15_000);
    const ask = { url: new URL('https://a.example/x'), method: 'GET', headers: {} } as const;
    const late = requestJson(ask, openLine('maax', { ...access, startedAt: begun }));
    const left = requestJson(ask, openLine('maax', { ...access, signal: signal.signal }));
    signal.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(await left).toMatchObject({ failure: { kind: 'timeout' } });
    expect(given).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await late).toMatchObject({ failure: { kind: 'timeout' } });
    expect(performance.now() - begun).toBe(20_000);
    await requestJson(ask, openLine('maax', { ...access, signal: signal.signal }));
    expect(given).toHaveBeenCalledTimes(2);
  });

  it('ends a body that drips', async () => {
    const given = vi.fn<typeof fetch>(async (_input, init) => new Response(drip(init?.signal)));
    const asked = ask('https://a.example/x', given);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(await asked).toMatchObject({ failure: { kind: 'timeout' } });
  });
});

/** A byte a second, until its request is aborted. */
function drip(signal: AbortSignal | null | undefined): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      signal?.addEventListener('abort', () => controller.error(signal.reason));
      while (signal?.aborted === false) {
        controller.enqueue(new Uint8Array([32]));
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    },
  });
}

function describeMembers(members: object): PropertyDescriptorMap {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, { value }]));
}
