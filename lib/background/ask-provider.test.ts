import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import type { Conversation } from '../domain/conversation.ts';
import { type Failure, type FailureKind, fail, succeed } from '../domain/result.ts';
import { openConversation } from './look-up.ts';
import { removeProvider, saveProvider } from './set-up-provider.ts';

const client = vi.hoisted(() => ({ open: vi.fn() }));
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const draft = { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, typed: { apiKey: 'right-key' } } as const;
const START = 1_800_000_000_000;

function converse(id: string): Conversation {
  const messages = [{ id: '1', role: 'customer', text: 'Hi', format: 'plain' }] as const;
  return { ref: { provider: 'maax', id }, messages, gaps: [], facts: {}, complete: true, fetchedAt: Date.now() };
}

const failWith = (kind: FailureKind) => fail<Failure>({ kind, provider: 'maax' });
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  fakeBrowser.reset();
  client.open.mockReset();
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

  it('spares a provider an id that it did not know a moment ago', async () => {
    client.open.mockResolvedValue(failWith('not-found'));
    for (let turn = 0; turn < 10; turn++) await open(1);
    expect(client.open).toHaveBeenCalledTimes(1);
    await open(1, 'hand');
    expect(client.open).toHaveBeenCalledTimes(2);
  });

  it('lets the newest go first', async () => {
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
    const waiting: (() => void)[] = [];
    client.open.mockImplementation(() => new Promise((resolve) => waiting.push(() => resolve(failWith('key-rejected')))));
    const pages = Array.from({ length: 6 }, (_, tab) => open(tab + 1));
    await vi.waitFor(() => expect(waiting).toHaveLength(6));
    const joined = [open(7), open(7, 'hand')];
    // Lets both come as far as they can.
    await new Promise((done) => setTimeout(done));
    client.open.mockClear().mockImplementation(async (id: string) => succeed(converse(id)));
    for (const answer of waiting) answer();
    await Promise.all(pages);
    expect(await Promise.all(joined)).toMatchObject([{ ok: true }, { ok: true }]);
    expect(client.open).toHaveBeenCalledTimes(1);
  });

  it('outlives the worker, in memory only', async () => {
    client.open.mockResolvedValue(failWith('key-rejected'));
    await open(1);
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toContain('standing:maax');
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('rejected');
  });
});
