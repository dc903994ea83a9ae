import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import type { Conversation } from '../domain/conversation.ts';
import { type Failure, type FailureKind, fail, succeed } from '../domain/result.ts';
import { openConversation } from './look-up.ts';
import { removeProvider, saveProvider } from './set-up-provider.ts';
import * as underWay from './under-way.ts';

const client = vi.hoisted(() => ({ open: vi.fn() }));
vi.mock('./under-way.ts', { spy: true });
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const draft = { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, typed: { apiKey: 'right-key' } } as const;
const START = 1_800_000_000_000;

function converse(id: string): Conversation {
  const messages = [{ id: '1', role: 'customer', text: 'Hi', format: 'plain' }] as const;
  return { ref: { provider: 'maax', id }, messages, gaps: [], facts: {}, complete: true, fetchedAt: Date.now() };
}

const failWith = (kind: FailureKind) => ({ ok: false, failure: { kind, provider: 'maax' } as Failure }) as const;
/** The provider takes the key: from here on several may ask it at a time. */
async function proveKey(): Promise<void> {
  client.open.mockResolvedValueOnce(failWith('not-found'));
  await openConversation({ provider: 'maax', id: '9999' }, 'page');
  client.open.mockClear();
  vi.mocked(underWay.share).mockClear();
}
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  fakeBrowser.reset();
  client.open.mockReset();
  vi.mocked(underWay.share).mockClear();
  stubPermissions(['https://app.maax.ai/*']);
  await removeProvider('maax');
  stubPermissions(['https://app.maax.ai/*']);
  await saveProvider(draft);
});

afterEach(() => vi.useRealTimers());

describe('what a provider said last', () => {
  const open = (id: number, by: 'page' | 'hand' = 'page') => openConversation({ provider: 'maax', id: String(id) }, by);

  it('holds for fifty tabs that come back at once: few asked before it was known, none after', async () => {
    const limited = fail<Failure>({ kind: 'rate-limited', provider: 'maax', status: 429, retryAt: START + 60_000 });
    client.open.mockResolvedValue(limited);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, tab) => open(tab + 1)));
    expect(answers).toEqual(Array.from({ length: 50 }, () => limited));
    expect(client.open.mock.calls.length).toBeLessThanOrEqual(6);
    client.open.mockClear();
    later(59_999);
    await open(7);
    expect(client.open).not.toHaveBeenCalled();
    // A look-up by hand always asks.
    await open(7, 'hand');
    expect(client.open).toHaveBeenCalledTimes(1);
    client.open.mockClear();
    later(1);
    await open(7);
    expect(client.open).toHaveBeenCalledTimes(1);
  });

  it('opens the circuit after five losses, for pages only, and closes it with the first success', async () => {
    client.open.mockImplementation(async () => failWith('provider-down'));
    for (let ticket = 1; ticket <= 20; ticket++) await open(ticket);
    expect(client.open).toHaveBeenCalledTimes(5);
    expect(await open(21)).toEqual(fail({ kind: 'provider-down', provider: 'maax', retryAt: START + 30_000 }));
    client.open.mockImplementation(async (id: string) => succeed(converse(id)));
    expect(await open(22, 'hand')).toMatchObject({ ok: true });
    expect(await open(23)).toMatchObject({ ok: true });
  });

  it('tries once after the pause of an open circuit, whoever else asks meanwhile', async () => {
    client.open.mockResolvedValue(failWith('provider-down'));
    for (let ticket = 1; ticket <= 5; ticket++) await open(ticket);
    client.open.mockClear();
    later(30_000);
    const began = Date.now();
    const waiting: ((answer: unknown) => void)[] = [];
    const asked = new Promise<void>((heard) => {
      client.open.mockImplementation(() => {
        heard();
        return new Promise((resolve) => waiting.push(resolve));
      });
    });
    const tried = open(6);
    await asked;
    const others = await Promise.all(Array.from({ length: 20 }, (_, tab) => open(tab + 7)));
    expect(others).toEqual(others.map(() => fail({ kind: 'provider-down', provider: 'maax', retryAt: began + 20_000 })));
    waiting[0]?.(failWith('provider-down'));
    await tried;
    expect(await open(30)).toMatchObject({ failure: { retryAt: began + 30_000 } });
    expect(client.open).toHaveBeenCalledTimes(1);
    later(30_000);
    client.open.mockImplementation(async (id: string) => succeed(converse(id)));
    expect(await open(31)).toMatchObject({ ok: true });
    expect(await open(32)).toMatchObject({ ok: true });
  });

  it('spares a provider an id that it did not know a moment ago', async () => {
    client.open.mockResolvedValue(failWith('not-found'));
    for (let turn = 0; turn < 10; turn++) await open(1);
    expect(client.open).toHaveBeenCalledTimes(1);
    await open(1, 'hand');
    expect(client.open).toHaveBeenCalledTimes(2);
  });

  it('lets the newest go first', async () => {
    await proveKey();
    const order: string[] = [];
    const waiting: (() => void)[] = [];
    client.open.mockImplementation((id: string) => {
      order.push(id);
      return new Promise((resolve) => waiting.push(() => resolve(failWith('not-found'))));
    });
    const answers = Array.from({ length: 10 }, (_, tab) => open(tab + 1));
    await vi.waitFor(() => expect(order).toHaveLength(6));
    waiting.shift()?.();
    await vi.waitFor(() => expect(order).toHaveLength(7));
    expect(order.at(-1)).toBe('10');
    await vi.waitFor(() => {
      for (const answer of waiting.splice(0)) answer();
      expect(order).toHaveLength(10);
    });
    for (const answer of waiting) answer();
    await Promise.all(answers);
  });

  it('asks for the agent who joins a page that waits', async () => {
    await proveKey();
    const waiting: (() => void)[] = [];
    client.open.mockImplementation(() => new Promise((resolve) => waiting.push(() => resolve(failWith('key-rejected')))));
    const pages = Array.from({ length: 6 }, (_, tab) => open(tab + 1));
    await vi.waitFor(() => expect(waiting).toHaveLength(6));
    const shared = vi.mocked(underWay.share).mockClear();
    const joined = [open(7), open(7, 'hand')];
    await vi.waitFor(() => expect(shared).toHaveBeenCalledTimes(2));
    client.open.mockClear().mockImplementation(async (id: string) => succeed(converse(id)));
    for (const answer of waiting) answer();
    await Promise.all(pages);
    expect(await Promise.all(joined)).toMatchObject([{ ok: true }, { ok: true }]);
    expect(client.open).toHaveBeenCalledTimes(1);
  });

  it('waits for a turn as long as for an answer, and asks nobody after that', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'], now: START });
    const waiting: (() => void)[] = [];
    client.open.mockImplementation(() => new Promise((resolve) => waiting.push(() => resolve(failWith('timeout')))));
    const first = Array.from({ length: 6 }, (_, tab) => open(tab + 1, 'hand'));
    await vi.waitFor(() => expect(waiting).toHaveLength(6));
    const late = open(7, 'hand');
    await vi.waitFor(() => expect(underWay.share).toHaveBeenCalledTimes(7));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await late).toEqual(failWith('timeout'));
    for (const answer of waiting) answer();
    await Promise.all(first);
    expect(client.open).toHaveBeenCalledTimes(6);
  });

  it('counts the time of a look-up from its begin, the wait for its turn included', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'], now: START });
    await proveKey();
    const waiting: (() => void)[] = [];
    client.open.mockImplementation(() => new Promise((resolve) => waiting.push(() => resolve(failWith('not-found')))));
    for (let tab = 1; tab <= 6; tab++) void open(tab);
    await vi.waitFor(() => expect(waiting).toHaveLength(6));
    const begun = performance.now();
    const late = open(7);
    await vi.waitFor(() => expect(underWay.share).toHaveBeenCalledTimes(7));
    vi.advanceTimersByTime(12_000);
    client.open.mockImplementation(async (_id: string, { startedAt }: { startedAt: number }) => {
      expect(startedAt - begun).toBeLessThan(1_000);
      return { ok: false, failure: { ...failWith('forbidden').failure, status: 403 } };
    });
    for (const answer of waiting) answer();
    expect(await late).toEqual(fail({ kind: 'timeout', reason: 'late', provider: 'maax', status: 403 }));
  });

  it('keeps how a history came that no page describes, and nothing of what was said, until the account is another', async () => {
    const readShapes = async () => (await fakeBrowser.storage.local.get('shapes')).shapes;
    const shape = { entries: 'pairs', place: 'data.history' };
    client.open.mockImplementation(async (id: string) => succeed({ ...converse(id), shape }));
    await open(1);
    await vi.waitFor(async () => expect(await readShapes()).toEqual({ maax: shape }));
    await saveProvider({ ...draft, typed: {} });
    expect(await readShapes()).toEqual({ maax: shape });
    await saveProvider({ ...draft, typed: { apiKey: 'other-key' } });
    expect(await readShapes()).toEqual({});
  });

  it('outlives the worker, in memory only', async () => {
    client.open.mockResolvedValue(failWith('key-rejected'));
    await open(1);
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toContain('standing:maax');
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('rejected');
  });
});
