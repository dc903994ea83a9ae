import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import { type Failure, fail, succeed } from '../domain/result.ts';
import { openConversation, readRest } from './look-up.ts';
import { removeProvider, saveProvider } from './set-up-provider.ts';
import { testProvider } from './test-provider.ts';

const client = vi.hoisted(() => ({ open: vi.fn(), rest: vi.fn() }));
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const ref = { provider: 'maax', id: '48213' } as const;
const baseUrl = 'https://app.maax.ai/api/v2/';
const draft = { settings: { provider: 'maax', baseUrl }, typed: { apiKey: 'right-key' } } as const;
const message: Message = { id: '1', role: 'customer', author: 'John', text: 'Hi', format: 'plain' };
const conversation: Conversation = { ref, messages: [message], gaps: [], facts: {}, complete: true, fetchedAt: 5 };
const rejected: Failure = { kind: 'key-rejected', provider: 'maax', status: 401 };

beforeEach(async () => {
  fakeBrowser.reset();
  stubPermissions(['https://app.maax.ai/*']);
  client.open.mockReset().mockResolvedValue(succeed(conversation));
  client.rest.mockReset();
  await removeProvider('maax');
  stubPermissions(['https://app.maax.ai/*']);
});

describe('openConversation', () => {
  it('asks nobody without a key', async () => {
    expect(await openConversation(ref, 'hand')).toEqual(fail({ kind: 'no-key', provider: 'maax' }));
    expect(client.open).not.toHaveBeenCalled();
  });

  it('asks nobody whose host the browser does not grant, and names the host', async () => {
    await saveProvider(draft);
    stubPermissions([]);
    expect(await openConversation(ref, 'page')).toEqual(fail({ kind: 'no-access', origins: [baseUrl] }));
    expect(client.open).not.toHaveBeenCalled();
  });

  it('answers with the conversation, asked for with the stored key, and remembers it', async () => {
    await saveProvider(draft);
    expect(await openConversation(ref, 'page')).toEqual(succeed(conversation));
    expect(client.open.mock.calls[0]?.[1]).toMatchObject({ settings: draft.settings, secrets: { apiKey: 'right-key' } });
    const listRecents = () => fakeBrowser.storage.session.get('recents');
    await vi.waitFor(async () => expect(await listRecents()).toEqual({ recents: [{ ref, name: 'John', at: 5 }] }));
  });

  it('makes one request for fifty views of one conversation', async () => {
    await saveProvider(draft);
    await Promise.all(Array.from({ length: 50 }, () => openConversation(ref, 'page')));
    expect(client.open).toHaveBeenCalledTimes(1);
  });

  it('knocks once on a door that stays closed, until a look-up by hand or a new Save', async () => {
    await saveProvider(draft);
    client.open.mockResolvedValue(fail(rejected));
    for (let ticket = 1; ticket <= 100; ticket++) {
      const answer = await openConversation({ provider: 'maax', id: String(ticket) }, 'page');
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'key-rejected' } });
    }
    expect(client.open).toHaveBeenCalledTimes(1);
    await openConversation(ref, 'hand');
    expect(client.open).toHaveBeenCalledTimes(2);
    await saveProvider(draft);
    await openConversation(ref, 'page');
    expect(client.open).toHaveBeenCalledTimes(3);
  });

  it('lets pages ask again once a look-up by hand has succeeded', async () => {
    await saveProvider(draft);
    client.open.mockResolvedValueOnce(fail(rejected));
    await openConversation(ref, 'page');
    await openConversation(ref, 'hand');
    expect(await openConversation(ref, 'page')).toEqual(succeed(conversation));
  });
});

describe('readRest', () => {
  it('goes on from the first answer without asking for it again', async () => {
    const first = { ...conversation, complete: false };
    await saveProvider(draft);
    client.open.mockResolvedValue(succeed(first));
    client.rest.mockResolvedValue(succeed(conversation));
    await openConversation(ref, 'page');
    expect(await readRest(ref, 5)).toEqual(succeed({ read: 1, conversation }));
    expect(client.open).toHaveBeenCalledTimes(1);
    expect(client.rest.mock.calls[0]?.[0]).toEqual(first);
  });

  it('asks anew when the worker died in between', async () => {
    await saveProvider(draft);
    expect(await readRest({ provider: 'maax', id: '7' }, 0)).toEqual(succeed({ read: 1, conversation }));
    expect(client.open).toHaveBeenCalledTimes(1);
  });
});

describe('set-up', () => {
  it('keeps secrets out of browser storage', async () => {
    await saveProvider(draft);
    const stored = JSON.stringify([await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.session.get(null)]);
    expect(stored).not.toContain('right-key');
    expect(stored).toContain('"stored":["apiKey"]');
  });

  it('keeps the stored secret when its box is left empty, and asks for it again when the host changes', async () => {
    await saveProvider(draft);
    expect(await saveProvider({ ...draft, typed: {} })).toEqual(succeed(null));
    const moved = { settings: { provider: 'maax', baseUrl: 'https://evil.example/' }, typed: {} } as const;
    expect(await saveProvider(moved)).toEqual(fail({ kind: 'draft', problems: [{ field: 'apiKey', problem: 'secret-again' }] }));
    await openConversation(ref, 'hand');
    expect(client.open.mock.calls.at(-1)?.[1]).toMatchObject({ settings: { baseUrl }, secrets: { apiKey: 'right-key' } });
  });

  it('says when a provider became another account, and when it did not', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
    const save = async (changed: Partial<typeof draft> | { typed: object }) => {
      vi.setSystemTime(Date.now() + 1_000);
      await saveProvider({ ...draft, ...changed });
      const { providers } = (await fakeBrowser.storage.local.get('providers')) as { providers: { maax: object } };
      return providers.maax;
    };
    expect(await save({})).toMatchObject({ savedAt: 2_000, changedAt: 2_000 });
    expect(await save({ typed: {} })).toMatchObject({ savedAt: 3_000, changedAt: 2_000 });
    expect(await save({ typed: { apiKey: 'other-key' } })).toMatchObject({ savedAt: 4_000, changedAt: 4_000 });
    vi.useRealTimers();
  });

  it('gives nothing of the old account to a view that asks the moment it is replaced', async () => {
    await saveProvider(draft);
    await openConversation(ref, 'page');
    client.open.mockResolvedValue(fail(rejected));
    const answer = new Promise((resolve) => {
      fakeBrowser.storage.local.onChanged.addListener(() => resolve(openConversation(ref, 'page')));
    });
    await saveProvider({ ...draft, typed: { apiKey: 'other-key' } });
    expect(await answer).toEqual(fail(rejected));
  });

  it('tests what the boxes hold, and stores nothing', async () => {
    expect(await testProvider(draft, '48213')).toEqual(succeed({ messages: 1 }));
    expect(await testProvider(draft, 'x')).toMatchObject({ failure: { kind: 'bad-id' } });
    expect(await openConversation(ref, 'hand')).toMatchObject({ failure: { kind: 'no-key' } });
  });

  it('forgets everything on Remove', async () => {
    await saveProvider(draft);
    await removeProvider('maax');
    expect(await fakeBrowser.storage.local.get('providers')).toEqual({ providers: {} });
    expect(await openConversation(ref, 'hand')).toMatchObject({ failure: { kind: 'no-key' } });
  });

  it('sets a stored value aside that cannot be read, and says so by asking for the key', async () => {
    await fakeBrowser.storage.local.set({ providers: { maax: { settings: 'damaged' } } });
    expect(await openConversation(ref, 'hand')).toMatchObject({ failure: { kind: 'no-key' } });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ 'broken:providers': { maax: { settings: 'damaged' } } });
  });
});
