import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Emulator, startEmulator } from '../../../demo/emulator/server.ts';
import { makeBoardsAccess } from '../access-for-tests.ts';
import { socialBoards } from './client.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

beforeEach(() => {
  emulator.rules.clear();
  emulator.requests.length = 0;
  // The shortest pauses that jitter could ever give.
  vi.spyOn(Math, 'random').mockReturnValue(-0.5);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('open', () => {
  it('reads the documented sample with one request', async () => {
    const answer = await socialBoards.open('254626', makeBoardsAccess(emulator.url));
    expect(answer).toMatchObject({
      ok: true,
      value: {
        ref: { provider: 'socialboards', id: '254626' },
        complete: true,
        gaps: [],
        facts: {
          state: 'open',
          handledBy: 'human',
          queue: { position: 1403, waitMinutes: 15 },
          total: 3,
          started: '2023-09-01T09:56:39.084Z',
        },
        messages: [
          { id: '0', role: 'customer', author: 'John', text: 'Hi, I have some questions about the Chat API' },
          { id: '667151', time: '2023-09-01T09:58:39.084Z' },
          { id: '667154' },
        ],
      },
    });
    expect(emulator.requests).toEqual([
      expect.objectContaining({
        method: 'GET',
        path: '/chat/conversations/254626?includeMessages=true&orderBy=creation_time_desc&orderyBy=creation_time_desc',
        headers: expect.objectContaining({ authorization: 'Bearer demo-access-token-1234567890' }),
      }),
    ]);
  });

  it('signs in with the two headers of the older scheme where an account is named', async () => {
    const access = makeBoardsAccess(emulator.url);
    const settings = { ...access.settings, community: 'fjellogfjord' };
    const secrets = { accessToken: 'demo-public-token-1234567890' };
    const answer = await socialBoards.open('2555100', { ...access, settings, secrets });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        facts: {
          queue: { position: 3, waitMinutes: 15 },
          fields: [{ name: '4', value: 'FF-20977' }],
          firstPage: 'https://www.fjellogfjord.example/orders/FF-20977',
          inbox: 'https://inbox.socialboards.com/fjellogfjord/tickets?ticketId=2555100',
        },
      },
    });
    const [request] = emulator.requests;
    expect(request?.headers).toMatchObject({ community: 'fjellogfjord', 'x-token': secrets.accessToken });
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(await socialBoards.open('2555100', { ...access, settings })).toMatchObject({ failure: { kind: 'key-rejected' } });
  });

  it('signs in with a bearer token by a refresh token, whether or not an account is named', async () => {
    const access = makeBoardsAccess(emulator.url, 'refresh-token');
    const settings = { ...access.settings, community: 'fjellogfjord' };
    expect(await socialBoards.open('2555100', { ...access, settings })).toMatchObject({ ok: true });
    expect(emulator.requests.at(-1)?.headers).toMatchObject({ authorization: expect.stringMatching(/^Bearer issued-/) });
    expect(emulator.requests.at(-1)?.headers).not.toHaveProperty('community');
  });

  it('keeps nothing of an identifier that may be a social security number', async () => {
    const author = { id: 'a', name: 'John', status: 'client', customIdentifier: '01019912345' };
    const data = { id: 7, author, messages: [{ id: 1, author, message: 'Hi' }] };
    emulator.rules.add({ match: {}, respond: { body: { data, errorCode: -1 } }, times: 1 });
    const answer = await socialBoards.open('7', makeBoardsAccess(emulator.url));
    expect(answer).toMatchObject({ ok: true });
    emulator.rules.add({ match: {}, respond: { body: { data: { ...data, messages: 'odd' }, errorCode: -1 } } });
    const raw = await socialBoards.open('7', makeBoardsAccess(emulator.url));
    expect(raw).toMatchObject({ failure: { reason: 'wrong-shape' } });
    expect(JSON.stringify([answer, raw])).not.toContain('01019912345');
  });

  it('reads the latest 100 of a long conversation', async () => {
    const answer = await socialBoards.open('4478963', makeBoardsAccess(emulator.url));
    expect(answer).toMatchObject({ ok: true, value: { complete: false, facts: { total: 250, state: 'closed' } } });
    expect(answer.ok && answer.value.messages.length).toBe(100);
  });

  it.each([
    ['absent', {}],
    ['null', { messages: null }],
    ['empty', { messages: [] }],
  ])('reads messages that are %s', async (_what, members) => {
    emulator.rules.add({ match: {}, respond: { body: { data: { id: 7, totalMessagesCount: 0, ...members }, errorCode: -1 } } });
    expect(await socialBoards.open('7', makeBoardsAccess(emulator.url))).toMatchObject({
      value: { messages: [], complete: true },
    });
  });

  it.each([
    ['an unknown id', '7', { kind: 'not-found', status: 404 }],
    ['a forbidden id', '403403', { kind: 'forbidden', status: 403 }],
  ])('answers %s', async (_what, id, failure) => {
    const answer = await socialBoards.open(id, makeBoardsAccess(emulator.url));
    expect(answer).toEqual({ ok: false, failure: { provider: 'socialboards', ...failure } });
    expect(emulator.requests).toHaveLength(1);
  });

  it.each([
    [401, 'key-rejected', 1],
    [400, 'bad-id', 1],
    [429, 'rate-limited', 1],
    [500, 'provider-down', 3],
    [302, 'unreachable', 1],
  ])('answers %i with %s after %i requests', async (status, kind, count) => {
    emulator.rules.add({ match: {}, respond: { status } });
    expect(await socialBoards.open('255762', makeBoardsAccess(emulator.url))).toMatchObject({ failure: { kind } });
    expect(emulator.requests).toHaveLength(count);
  });

  it('asks nobody without an id or a token', async () => {
    const access = makeBoardsAccess(emulator.url);
    expect(await socialBoards.open('../7', access)).toMatchObject({ failure: { kind: 'bad-id' } });
    expect(await socialBoards.open('7', { ...access, secrets: {} })).toMatchObject({ failure: { kind: 'no-key' } });
    expect(emulator.requests).toHaveLength(0);
  });

  it.each([
    ['read', { id: 8, messages: [{ message: 'private' }] }, -1],
    ['not read', { id: 8, messages: [{ message: { text: 'private' } }] }, -1],
    ['not read, as an error', { id: 8, messages: [{ message: 'private' }] }, 17],
  ])("shows nothing of another conversation's answer that can be %s", async (_what, data, errorCode) => {
    emulator.rules.add({ match: {}, respond: { body: { data, errorCode } } });
    expect(await socialBoards.open('7', makeBoardsAccess(emulator.url))).toEqual({
      ok: false,
      failure: { kind: 'unexpected-answer', provider: 'socialboards', reason: 'other-conversation' },
    });
  });

  it.each([
    ['harbor', { inbox: 'https://inbox.socialboards.com/harbor/tickets?ticketId=7' }],
    ['', {}],
  ])('says where a conversation that is too large can be read, in the account %j', async (community, where) => {
    const access = makeBoardsAccess(emulator.url);
    emulator.rules.add({ match: {}, respond: { bodySize: 6 * 1024 * 1024 } });
    const answer = await socialBoards.open('7', { ...access, settings: { ...access.settings, community } });
    expect(answer).toEqual({ ok: false, failure: { kind: 'too-large', provider: 'socialboards', status: 200, ...where } });
  });

  it('tells ids apart that differ in their last digit only', async () => {
    const body = '{"data":{"id":9223372036854775807,"messages":[]},"errorCode":-1}';
    emulator.rules.add({ match: {}, respond: { body } });
    const access = makeBoardsAccess(emulator.url);
    expect((await socialBoards.open('9223372036854775807', access)).ok).toBe(true);
    expect((await socialBoards.open('9223372036854775806', access)).ok).toBe(false);
  });

  it('reads an error envelope with 200', async () => {
    emulator.rules.add({ match: {}, respond: { body: { data: null, errorCode: 5, errorText: 'Conversation not found' } } });
    expect(await socialBoards.open('7', makeBoardsAccess(emulator.url))).toMatchObject({ failure: { kind: 'not-found' } });
  });
});
