import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import type { Conversation } from '../domain/conversation.ts';
import { type Failure, type FailureKind, fail, type Result, succeed } from '../domain/result.ts';
import type { Opened } from '../platform/messages.ts';
import { openConversation, readRest } from './look-up.ts';
import { removeProvider, saveProvider } from './set-up-provider.ts';
import { leave } from './under-way.ts';

const client = vi.hoisted(() => ({ open: vi.fn(), rest: vi.fn() }));
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const draft = { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, typed: { apiKey: 'right-key' } } as const;
const NEVER = 20_000;
const timeout = fail<Failure>({ kind: 'timeout', provider: 'maax' });
const failWith = (kind: FailureKind) => () => fail<Failure>({ kind, provider: 'maax' });

function converse(id: string): Result<Conversation> {
  const messages = [{ id: '1', role: 'customer', text: 'Hi', format: 'plain' }] as const;
  return succeed({ ref: { provider: 'maax', id }, messages, gaps: [], facts: {}, complete: true, fetchedAt: Date.now() });
}

interface Access {
  readonly signal: AbortSignal;
}

/** A provider that takes so long; what is broken off is a timeout, as with the real client. */
function slowly(ms: number, answer: (id: string) => Result<Conversation>) {
  return (id: string, { signal }: Access) =>
    new Promise<Result<Conversation>>((resolve) => {
      const timer = setTimeout(() => resolve(ms >= NEVER ? timeout : answer(id)), ms);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve(timeout);
      });
    });
}

/** Lets the clock run, and what is stored be stored. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 50) {
    await vi.advanceTimersByTimeAsync(Math.min(left, 50));
    for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}

let run = '';
const name = (ticket: number) => `${run} ${ticket}`;
const show = (ticket: number): Promise<Opened> => openConversation({ provider: 'maax', id: String(ticket) }, 'page', name(ticket));

/** The agent goes through so many tickets, and stays at the last; what it was answered within 5 s. */
async function goThrough(tickets: number, everyMs: number): Promise<Opened | undefined> {
  for (let ticket = 1; ticket < tickets; ticket++) {
    void show(ticket);
    await pass(everyMs);
    leave(name(ticket));
  }
  let answer: Opened | undefined;
  void show(tickets).then((last) => {
    answer = last;
  });
  await pass(5_000);
  return answer;
}

const readStanding = async () => (await fakeBrowser.storage.session.get('standing:maax'))['standing:maax'];
const asked = () => client.open.mock.calls.map(([id]) => Number(id));

/** From here on the key is known to be right. */
async function proveKey(): Promise<void> {
  client.open.mockImplementation(slowly(0, converse));
  void show(9_999);
  await pass(200);
  client.open.mockClear();
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'], now: 1_800_000_000_000 });
  run = crypto.randomUUID();
  fakeBrowser.reset();
  client.open.mockReset();
  client.rest.mockReset();
  stubPermissions(['https://app.maax.ai/*']);
  await removeProvider('maax');
  stubPermissions(['https://app.maax.ai/*']);
  await saveProvider(draft);
});

afterEach(async () => {
  // What is under way ends; the next test has its own turn.
  await pass(25_000);
  vi.useRealTimers();
});

describe('a provider that takes its time', () => {
  it('is not asked again with a key that it refuses after 2.5 s, however fast tickets are left', async () => {
    client.open.mockImplementation(slowly(2_500, failWith('key-rejected')));
    expect(await goThrough(30, 800)).toMatchObject({ failure: { kind: 'key-rejected' } });
    expect(asked().length).toBeLessThanOrEqual(2);
    expect(await readStanding()).toMatchObject({ rejected: { kind: 'key-rejected' } });
  });

  it('and refuses the key that it took until now is asked for what is under way, and never again', async () => {
    await proveKey();
    client.open.mockImplementation(slowly(2_500, failWith('key-rejected')));
    expect(await goThrough(30, 800)).toMatchObject({ failure: { kind: 'key-rejected' } });
    // 2.5 s hold four tickets.
    expect(asked().length).toBeLessThanOrEqual(4);
  });

  it.each([
    ['of whose key nothing is known', async () => undefined, 3_000],
    ['that took the key', proveKey, 3_000],
    ['that took the key, from an agent in a hurry', proveKey, 800],
  ])('never answers: one %s is left alone in the end', async (_, prepare, everyMs) => {
    await prepare();
    client.open.mockImplementation(slowly(NEVER, converse));
    expect(await goThrough(Math.ceil(60_000 / everyMs), everyMs)).toMatchObject({
      failure: { kind: 'timeout', retryAt: expect.any(Number) },
    });
  });

  it('is heard out: the copy of a ticket that was left makes coming back instant', async () => {
    client.open.mockImplementation(slowly(2_500, converse));
    void show(1);
    await pass(800);
    leave(name(1));
    await pass(2_000);
    expect(await openConversation({ provider: 'maax', id: '1' }, 'page')).toMatchObject({ ok: true });
    expect(asked()).toEqual([1]);
  });

  it('holds nobody who waits for a turn: of those that were left the newest makes room', async () => {
    await proveKey();
    client.open.mockImplementation(slowly(4_500, converse));
    // The first five are heard out; each after the sixth found its place at once.
    expect(await goThrough(10, 200)).toMatchObject({ ok: true });
    expect(asked()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const aborted = client.open.mock.calls.filter(([, { signal }]) => signal.aborted).map(([id]) => Number(id));
    expect(aborted).toEqual([6, 7, 8, 9]);
    expect(await readStanding()).toMatchObject({ proven: true });
  });

  it('reads nothing on for nobody', async () => {
    await proveKey();
    client.open.mockImplementation(
      slowly(0, (id) => succeed({ ...(converse(id) as { value: Conversation }).value, complete: false })),
    );
    client.rest.mockImplementation((first: Conversation, access: Access) => slowly(NEVER, converse)(first.ref.id, access));
    void readRest({ provider: 'maax', id: '1' }, Date.now(), name(1));
    await pass(500);
    leave(name(1));
    await pass(1_000);
    expect(client.rest.mock.calls[0]?.[1].signal.aborted).toBe(true);
    expect(await readStanding()).toMatchObject({ proven: true });
  });
});

describe('before a provider’s first word', () => {
  it('one is asked, then the newest; those that were left, never', async () => {
    client.open.mockImplementation(slowly(3_000, converse));
    const first = [show(1), show(2), show(3), show(4)];
    await pass(100);
    expect(asked()).toEqual([1]);
    leave(name(4));
    await pass(1_950);
    expect(asked()).toEqual([1, 3]);
    leave(name(2));
    await pass(1_000);
    expect(await first[0]).toMatchObject({ ok: true });
    expect(asked()).toEqual([1, 3]);
  });

  it('one that hangs holds the next ticket for 2 s', async () => {
    client.open.mockImplementation((id: string, access: Access) => slowly(id === '1' ? NEVER : 100, converse)(id, access));
    void show(1);
    await pass(100);
    const next = show(2);
    await pass(2_100);
    expect(await next).toMatchObject({ ok: true });
  });

  it('the agent’s own look-up waits for nobody', async () => {
    client.open.mockImplementation(slowly(NEVER, converse));
    void show(1);
    await pass(100);
    void openConversation({ provider: 'maax', id: '2' }, 'hand');
    await pass(100);
    expect(asked()).toEqual([1, 2]);
  });

  it('was right: from then on nobody waits', async () => {
    await proveKey();
    client.open.mockImplementation(slowly(3_000, converse));
    for (const ticket of [1, 2, 3, 4, 5, 6]) void show(ticket);
    await pass(500);
    expect(asked()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
