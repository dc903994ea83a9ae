import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { stubPermissions } from '../../tests/unit/stub-permissions.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import { type Failure, type FailureKind, fail, succeed } from '../domain/result.ts';
import { keepCopy, readCopy } from './copies.ts';
import { openConversation, readRest, refreshConversation } from './look-up.ts';
import { removeProvider, saveProvider } from './set-up-provider.ts';

const client = vi.hoisted(() => ({ open: vi.fn(), rest: vi.fn(), refresh: vi.fn() }));
vi.mock('../providers/registry.ts', () => ({
  PROVIDERS: { maax: { id: 'maax', name: 'MAAX AI', urls: ({ baseUrl }: { baseUrl: string }) => [baseUrl], ...client } },
}));

const ref = { provider: 'maax', id: '48213' } as const;
const draft = { settings: { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' }, typed: { apiKey: 'right-key' } } as const;
const START = 1_800_000_000_000;

function converse(texts: readonly string[], fetchedAt = Date.now()): Conversation {
  const messages = texts.map((text, index): Message => ({ id: String(index), role: 'customer', text, format: 'plain' }));
  return { ref, messages, gaps: [], facts: {}, complete: true, fetchedAt };
}

const failWith = (kind: FailureKind) => fail<Failure>({ kind, provider: 'maax' });
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const refresh = (heldAt: number, maxAge = 5000) => refreshConversation(ref, { heldAt, maxAge });

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  fakeBrowser.reset();
  stubPermissions(['https://app.maax.ai/*']);
  client.open.mockReset().mockImplementation(async () => succeed(converse(['Hi'])));
  client.rest.mockReset();
  client.refresh.mockReset().mockImplementation(async () => succeed(converse(['Hi'])));
  await removeProvider('maax');
  stubPermissions(['https://app.maax.ai/*']);
  await saveProvider(draft);
});

afterEach(() => vi.useRealTimers());

describe('a conversation that is opened again', () => {
  it('is shown as it was read, with its time, and nobody is asked', async () => {
    const first = await openConversation(ref, 'page');
    later(120_000);
    expect(await openConversation(ref, 'page')).toEqual(first);
    expect(first).toEqual(succeed(converse(['Hi'], START)));
    expect(client.open).toHaveBeenCalledTimes(1);
  });

  it('is asked for anew by hand', async () => {
    await openConversation(ref, 'page');
    later(1000);
    expect(await openConversation(ref, 'hand')).toEqual(succeed(converse(['Hi'], START + 1000)));
    expect(client.open).toHaveBeenCalledTimes(2);
  });

  it('is whole, however long it is', async () => {
    client.open.mockResolvedValue(succeed({ ...converse(['2']), complete: false }));
    client.rest.mockResolvedValue(succeed(converse(['1', '2'])));
    await openConversation(ref, 'page');
    expect(await readCopy(ref)).toBeUndefined();
    await readRest(ref, START);
    expect(await openConversation(ref, 'page')).toEqual(succeed(converse(['1', '2'])));
    expect(client.open).toHaveBeenCalledTimes(1);
  });

  it('is started in part where it is long, and its rest comes from the copy', async () => {
    const long = converse(Array.from({ length: 400 }, (_, index) => `text ${index}`));
    await keepCopy(long);
    later(60_000);
    const first = await openConversation(ref, 'page');
    expect(first).toMatchObject({ ok: true, value: { complete: false, fetchedAt: START, around: { above: 300, below: 0 } } });
    expect(await readRest(ref, START)).toEqual(succeed({ read: 400, conversation: long }));
    expect(client.open).not.toHaveBeenCalled();
  });

  it.each(['is older than what the view holds', 'has been damaged'])(
    'is read on from the provider where the copy %s',
    async (why) => {
      const long = converse(Array.from({ length: 400 }, (_, index) => `text ${index}`));
      await keepCopy(long);
      if (why === 'has been damaged') await fakeBrowser.storage.session.set({ 'whole:maax:48213': '{' });
      const heldAt = START + (why === 'has been damaged' ? 0 : 1);
      expect(await readRest(ref, heldAt)).toMatchObject({ ok: true, value: { conversation: { messages: [{ text: 'Hi' }] } } });
      expect(client.open).toHaveBeenCalledTimes(1);
    },
  );

  it('keeps its name among the recent ones where the part begins after its first customer', async () => {
    const long = converse(Array.from({ length: 400 }, (_, index) => `text ${index}`));
    const messages = long.messages.map((message, index) => ({ ...message, ...(index < 2 ? { author: 'Kari' } : {}) }));
    client.open.mockResolvedValueOnce(succeed({ ...long, messages }));
    const readNames = async () => (await fakeBrowser.storage.session.get('recents')).recents;
    for (let turn = 0; turn < 2; turn += 1) {
      await openConversation(ref, 'page');
      await vi.waitFor(async () => expect(await readNames()).toEqual([{ ref, name: 'Kari', at: START }]));
      await fakeBrowser.storage.session.set({ recents: [{ ref, name: 'Kari', at: 0 }] });
    }
  });

  it('is asked for anew where the copy has holes that may be gone by now', async () => {
    await keepCopy({ ...converse(['1', '3']), gaps: [{ before: 1, missing: 1 }] });
    await openConversation(ref, 'page');
    expect(client.open).toHaveBeenCalledTimes(1);
  });

  it('stays on top of the recent ones', async () => {
    await openConversation(ref, 'page');
    await openConversation({ ...ref, id: '7' }, 'page');
    await openConversation(ref, 'page');
    const { recents } = (await fakeBrowser.storage.session.get('recents')) as { recents: { ref: unknown }[] };
    expect(recents[0]?.ref).toEqual(ref);
  });

  it.each<[string, () => Promise<unknown>, boolean]>([
    ['removed', () => removeProvider('maax'), false],
    ['saved with another key', () => saveProvider({ ...draft, typed: { apiKey: 'other-key' } }), false],
    ['saved as it was', () => saveProvider({ ...draft, typed: {} }), true],
  ])('is forgotten when its provider is %s', async (_what, change, isKept) => {
    await openConversation(ref, 'page');
    later(1);
    await change();
    expect((await readCopy(ref)) !== undefined).toBe(isKept);
  });

  it('is not kept from an account that was replaced while it answered', async () => {
    client.open.mockImplementation(async () => {
      later(1);
      await saveProvider({ ...draft, typed: { apiKey: 'other-key' } });
      return succeed(converse(['old account']));
    });
    expect(await openConversation(ref, 'page')).toMatchObject({ ok: false });
    expect(await readCopy(ref)).toBeUndefined();
  });

  it('is asked for with the new account where the old one was replaced while it answered', async () => {
    client.open.mockImplementationOnce(async () => {
      later(1);
      await saveProvider({ ...draft, typed: { apiKey: 'other-key' } });
      return succeed(converse(['old account']));
    });
    client.open.mockResolvedValueOnce(succeed(converse(['new account'])));
    expect(await openConversation(ref, 'page')).toMatchObject({ value: { messages: [{ text: 'new account' }] } });
  });
});

describe('refreshConversation', () => {
  it('asks nobody while the last answer is young enough', async () => {
    await openConversation(ref, 'page');
    later(4999);
    expect(await refresh(START)).toEqual(succeed({ fetchedAt: START }));
    expect(client.refresh).not.toHaveBeenCalled();
  });

  it('says only when, where nothing is new', async () => {
    await openConversation(ref, 'page');
    later(5000);
    expect(await refresh(START)).toEqual(succeed({ fetchedAt: START + 5000 }));
    expect(client.refresh.mock.calls[0]?.[0]).toEqual(converse(['Hi'], START));
  });

  it('gives the conversation to each view that does not have it yet', async () => {
    await openConversation(ref, 'page');
    later(5000);
    client.refresh.mockImplementation(async () => succeed(converse(['Hi', 'Anyone there?'])));
    const changed = succeed({ fetchedAt: START + 5000, conversation: converse(['Hi', 'Anyone there?'], START + 5000) });
    expect(await refresh(START)).toEqual(changed);
    later(2000);
    expect(await refresh(START)).toEqual(changed);
    expect(await refresh(START + 5000)).toEqual(succeed({ fetchedAt: START + 5000 }));
    expect(client.refresh).toHaveBeenCalledTimes(1);
  });

  it('makes one request for fifty views, at once or one after another', async () => {
    await openConversation(ref, 'page');
    later(5000);
    await Promise.all(Array.from({ length: 25 }, () => refresh(START)));
    for (let view = 0; view < 25; view++) await refresh(START);
    expect(client.refresh).toHaveBeenCalledTimes(1);
    expect(client.open).toHaveBeenCalledTimes(1);
  });

  it('reads the whole anew where no copy is left', async () => {
    client.open.mockResolvedValue(succeed({ ...converse(['2']), complete: false }));
    client.rest.mockResolvedValue(succeed(converse(['1', '2'])));
    expect(await refresh(START - 1)).toEqual(succeed({ fetchedAt: START, conversation: converse(['1', '2']) }));
  });

  it('goes on where a conversation is as large as they get', async () => {
    const large = converse(Array.from({ length: 10_000 }, (_, index) => `${index} → ${'Where is my parcel? '.repeat(13)}`));
    await keepCopy(large);
    later(60_000);
    client.refresh.mockImplementation(async () => succeed({ ...large, fetchedAt: Date.now() }));
    expect(await refresh(START)).toEqual(succeed({ fetchedAt: START + 60_000 }));
    expect(client.refresh).toHaveBeenCalledTimes(1);
  });

  it('reads nothing anew that is too large to be kept even so, and says so', async () => {
    await keepCopy(converse([randomBytes(7_000_000).toString('base64')]));
    later(3_600_000);
    expect(await refresh(START)).toEqual(succeed({ fetchedAt: START, isTooLarge: true }));
    expect(client.open).not.toHaveBeenCalled();
  });

  it.each<[FailureKind, boolean, boolean]>([
    ['timeout', true, true],
    ['provider-down', true, true],
    ['rate-limited', true, true],
    ['unexpected-answer', true, true],
    ['not-found', false, true],
    ['forbidden', false, true],
    ['key-rejected', false, false],
  ])('after %s the copy is kept: %s, the others: %s', async (kind, isKept, areOthersKept) => {
    const other = { ...ref, id: '7' };
    client.open.mockImplementation(async (id: string) => succeed({ ...converse(['Hi']), ref: { ...ref, id } }));
    await openConversation(ref, 'page');
    await openConversation(other, 'page');
    later(5000);
    client.refresh.mockResolvedValue(failWith(kind));
    expect(await refresh(START)).toEqual(failWith(kind));
    expect((await readCopy(ref)) !== undefined).toBe(isKept);
    expect((await readCopy(other)) !== undefined).toBe(areOthersKept);
  });

  it('asks nobody whose host the browser grants no more', async () => {
    await openConversation(ref, 'page');
    stubPermissions([]);
    later(5000);
    expect(await refresh(START)).toMatchObject({ failure: { kind: 'no-access' } });
    expect(await openConversation(ref, 'page')).toMatchObject({ failure: { kind: 'no-access' } });
  });
});
