import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../../demo/emulator/server.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Message } from '../../domain/message.ts';
import type { Result } from '../../domain/result.ts';
import { makeBoardsAccess } from '../access-for-tests.ts';
import { socialBoards } from './client.ts';
import { fillGaps } from './fill-gaps.ts';
import { isConnected, mergeNews } from './merge-news.ts';

const LONG = '4478963';
const SHORT = '254626';

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(() => emulator.close());

function expectValue(answer: Result<Conversation>): Conversation {
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value;
}

async function readWhole(id: string): Promise<Conversation> {
  const access = makeBoardsAccess(emulator.url);
  const first = expectValue(await socialBoards.open(id, access));
  const whole = first.complete ? first : expectValue(await socialBoards.rest(first, access));
  emulator.requests.length = 0;
  return whole;
}

const refresh = (held: Conversation) => socialBoards.refresh(held, makeBoardsAccess(emulator.url));

/** `messages?skip=…` for a page, else `conversation`. */
function listRequests(): readonly string[] {
  return emulator.requests.map(({ path }) => {
    const { pathname, searchParams } = new URL(path, emulator.url);
    return pathname.endsWith('/messages') ? `messages from ${searchParams.get('skip')}` : 'conversation';
  });
}

function sayMany(id: string, count: number): void {
  for (let index = 0; index < count; index++) emulator.say(id, `news ${index}`);
}

const listTexts = ({ messages }: Conversation) => messages.map(({ text }) => text);
const listStory = (id: string) => emulator.state.socialBoards.get(id)?.messages.map(({ message }) => message) ?? [];

describe('refresh', () => {
  it.each([
    ['a short conversation, nothing new', SHORT, 0, ['conversation']],
    ['a short conversation', SHORT, 2, ['conversation']],
    ['a short one that became long', SHORT, 150, ['conversation', 'messages from 2']],
    ['a long one, nothing new', LONG, 0, ['conversation']],
    ['a long one', LONG, 3, ['conversation']],
    ['a long one, just connected', LONG, 99, ['conversation']],
    ['a long one, just not connected', LONG, 100, ['conversation', 'messages from 249']],
    ['a long one with three pages of news', LONG, 260, ['conversation', 'messages from 249', 'messages from 349']],
  ])('asks for what is new only: %s', async (_what, id, count, requests) => {
    const held = await readWhole(id);
    sayMany(id, count);
    const now = expectValue(await refresh(held));
    expect(listTexts(now)).toEqual(listStory(id));
    expect(now).toMatchObject({ complete: true, gaps: [], facts: { total: held.messages.length + count } });
    expect([...listRequests()].sort()).toEqual(requests);
  });

  it('takes a message as it is now, and the facts', async () => {
    const held = await readWhole(LONG);
    const said = emulator.state.socialBoards.get(LONG);
    if (!said) throw new Error('no story');
    (said.messages.at(-1) as { message: string }).message = 'edited';
    said.isClosed = false;
    const now = expectValue(await refresh(held));
    expect(now.messages).toHaveLength(held.messages.length);
    expect(now.messages.at(-1)?.text).toBe('edited');
    expect(now.facts.state).toBe('open');
  });

  it('reads all of it anew where messages went away', async () => {
    const held = await readWhole(LONG);
    emulator.state.socialBoards.get(LONG)?.messages.splice(10, 5);
    const now = expectValue(await refresh(held));
    expect(listTexts(now)).toEqual(listStory(LONG));
  });

  it('keeps to what it had where the pages between cannot be had', async () => {
    const held = await readWhole(LONG);
    sayMany(LONG, 150);
    emulator.rules.add({ match: { path: '/messages' }, respond: { status: 404 } });
    expect(await refresh(held)).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });

  it('asks for no page where the conversation itself fails', async () => {
    const held = await readWhole(LONG);
    emulator.rules.add({ match: {}, respond: { status: 429 } });
    expect(await refresh(held)).toMatchObject({ failure: { kind: 'rate-limited' } });
    expect(listRequests()).toEqual(['conversation']);
  });
});

describe('a hole in what is held', () => {
  /** The long conversation with its second page missing. */
  async function readWithHole(): Promise<Conversation> {
    const rule = { match: { path: 'skip=100&' }, respond: { body: '<html>' } };
    emulator.rules.add(rule);
    const held = await readWhole(LONG);
    emulator.rules.remove(rule);
    expect(held.gaps).toEqual([{ before: 100, missing: 50 }]);
    return held;
  }
  const refreshAt = (held: Conversation, now: number) =>
    socialBoards.refresh(held, { ...makeBoardsAccess(emulator.url), now: () => now });

  it('is filled by the next refresh, with its own page only', async () => {
    const held = await readWithHole();
    const now = expectValue(await refresh(held));
    expect(now.gaps).toEqual([]);
    expect(listTexts(now)).toEqual(listStory(LONG));
    expect(listRequests()).toEqual(['conversation', 'messages from 100']);
    expect(expectValue(await refresh(now))).toMatchObject({ gaps: [] });
    expect(listRequests()).toEqual(['conversation', 'messages from 100', 'conversation']);
  });

  it('is filled also where news came', async () => {
    const held = await readWithHole();
    sayMany(LONG, 160);
    const now = expectValue(await refresh(held));
    expect(listTexts(now)).toEqual(listStory(LONG));
  });

  it('stays where it is while its page fails, and is asked for ever less often', async () => {
    let held = await readWithHole();
    emulator.rules.add({ match: { path: 'skip=100&' }, respond: { body: '<html>' } });
    const start = Date.now();
    for (let second = 0; second < 160; second += 5) {
      held = expectValue(await refreshAt(held, start + second * 1_000));
      expect(held.gaps).toEqual([{ before: 100, missing: 50 }]);
    }
    // At 0, 10, 30, 70 and 150 s.
    expect(listRequests().filter((request) => request === 'messages from 100')).toHaveLength(5);
    emulator.rules.clear();
    expect(expectValue(await refreshAt(held, start + 400_000)).gaps).toEqual([]);
  });

  it('is left as it is where no call gives the messages', async () => {
    emulator.state.lostMessages = { [LONG]: 10 };
    emulator.rules.add({ match: { path: 'creation_time_asc&includeMessages' }, respond: { status: 404 } });
    emulator.rules.add({ match: { path: 'includeMessages=true&orderBy=creation_time_asc' }, respond: { status: 404 } });
    const held = await readWhole(LONG);
    expect(held.gaps).toEqual([{ before: 0, missing: 10 }]);
    expect(expectValue(await refresh(held)).gaps).toEqual(held.gaps);
    expect(listTexts(expectValue(await refresh(held)))).toEqual(listTexts(held));
  });

  it('that is older than the latest 20,000 messages is none', async () => {
    const held = converse(range(0, 300), { ref: { provider: 'socialboards', id: LONG }, gaps: [{ before: 0, missing: 9_700 }] });
    const latest = { ...held, facts: { total: 29_700 }, gaps: [{ before: 0, missing: 9_700 }] };
    expect(await fillGaps(latest, makeBoardsAccess(emulator.url))).toEqual(latest);
  });
});

function say(id: string, minute: number, text = `said ${id} ${minute}`): Message {
  const time = new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString();
  return { id, role: 'customer', time, text, format: 'plain' };
}

function converse(messages: readonly Message[], changed: Partial<Conversation> = {}): Conversation {
  const ref = { provider: 'socialboards', id: '1' } as const;
  return { ref, messages, gaps: [], facts: { total: messages.length }, complete: true, fetchedAt: 1, ...changed };
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => say(String(from + index), from + index));

describe('mergeNews', () => {
  it('joins by id, whatever overlaps', () => {
    const latest = converse(range(3, 8), { facts: { total: 8 }, complete: false, fetchedAt: 2 });
    const merged = mergeNews(converse(range(0, 6)), [], latest);
    expect(merged).toEqual(converse(range(0, 8), { fetchedAt: 2 }));
  });

  it('tells messages with the id 0 apart by time and text', () => {
    const held = converse([say('0', 0), say('0', 1)]);
    const latest = converse([say('0', 1), say('0', 2)], { facts: { total: 3 } });
    expect(mergeNews(held, [], latest).messages).toEqual([say('0', 0), say('0', 1), say('0', 2)]);
    expect(isConnected(held.messages, latest.messages)).toBe(true);
    expect(isConnected(held.messages, [say('0', 3)])).toBe(false);
  });

  it('keeps the holes of what it had where they are', () => {
    const gaps = [
      { before: 0, missing: 2 },
      { before: 3, missing: 4 },
    ];
    const held = converse(range(0, 6), { gaps, facts: { total: 12 } });
    const latest = converse(range(5, 8), { facts: { total: 14 } });
    expect(mergeNews(held, [], latest)).toMatchObject({ gaps, messages: range(0, 8) });
  });

  it('says what is missing where the pages between were short', () => {
    const latest = converse(range(8, 10), { facts: { total: 10 } });
    const merged = mergeNews(converse(range(0, 5)), [{ messages: range(4, 6), short: 2 }], latest);
    expect(merged.messages).toEqual([...range(0, 6), ...range(8, 10)]);
    expect(merged.gaps).toEqual([{ before: 6, missing: 2 }]);
  });

  it('keeps the holes also where no total is given, and the latest 20,000', () => {
    const gaps = [
      { before: 0, missing: 500 },
      { before: 7, missing: 3 },
    ];
    const held = converse(range(0, 20_000), { gaps, facts: {} });
    const latest = converse(range(19_990, 20_010), { facts: {} });
    const merged = mergeNews(held, [], latest);
    expect(merged.messages).toHaveLength(20_000);
    expect(merged.gaps).toEqual([{ before: 0, missing: 513 }]);
    const fewer = converse(range(0, 50), { gaps, facts: {} });
    expect(mergeNews(fewer, [], converse(range(49, 60), { facts: {} })).gaps).toEqual(gaps);
  });

  it('holds 20,000 messages, the latest', () => {
    const held = converse(range(0, 20_000), { gaps: [{ before: 0, missing: 5 }], facts: { total: 20_005 } });
    const latest = converse(range(19_990, 20_010), { facts: { total: 20_015 } });
    const merged = mergeNews(held, [], latest);
    expect(merged.messages).toHaveLength(20_000);
    expect(merged.messages.at(-1)?.id).toBe('20009');
    expect(merged.gaps).toEqual([{ before: 0, missing: 15 }]);
  });
});
