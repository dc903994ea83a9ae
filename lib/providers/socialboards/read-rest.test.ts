import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SOCIALBOARDS_CONVERSATIONS } from '../../../demo/emulator/conversations.ts';
import { type Emulator, startEmulator } from '../../../demo/emulator/server.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Result } from '../../domain/result.ts';
import { makeBoardsAccess } from '../access-for-tests.ts';
import { socialBoards } from './client.ts';

const ID = '4478963';
const PAGES = `/chat/conversations/${ID}/messages`;

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
  // The shortest pauses that jitter could ever give.
  vi.spyOn(Math, 'random').mockReturnValue(-0.5);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await emulator.close();
});

async function openFirst(id = ID): Promise<Conversation> {
  const first = await socialBoards.open(id, makeBoardsAccess(emulator.url));
  if (!first.ok) {
    throw new Error(first.failure.kind);
  }
  emulator.requests.length = 0;
  return first.value;
}

function readRest(first: Conversation, onProgress?: (messages: number) => void): Promise<Result<Conversation>> {
  return socialBoards.rest(first, makeBoardsAccess(emulator.url), onProgress);
}

function listTexts(answer: Result<Conversation>): readonly string[] {
  return answer.ok ? answer.value.messages.map(({ text }) => text) : [];
}

function listStory(id = ID): readonly string[] {
  return emulator.state.socialBoards.get(id)?.messages.map(({ message }) => message) ?? [];
}

describe('rest', () => {
  it('has all messages of a long conversation, in order', async () => {
    const answer = await readRest(await openFirst());
    expect(answer).toMatchObject({ ok: true, value: { complete: true, gaps: [], facts: { total: 250 } } });
    expect(listTexts(answer)).toEqual(listStory());
    expect(emulator.requests.map(({ path }) => path)).toEqual([
      `${PAGES}?orderBy=creation_time_asc&orderyBy=creation_time_asc&skip=0&take=100`,
      `${PAGES}?orderBy=creation_time_asc&orderyBy=creation_time_asc&skip=100&take=100`,
    ]);
  });

  it('has all 10,000 messages of the longest, and tells how far it is', async () => {
    const progress: number[] = [];
    const answer = await readRest(await openFirst('443484636'), (count) => progress.push(count));
    expect(listTexts(answer)).toEqual(listStory('443484636'));
    expect(emulator.requests).toHaveLength(99);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(10_000);
  });

  it('neither doubles nor loses a message when some arrive between the pages', async () => {
    const first = await openFirst();
    for (let count = 0; count < 30; count += 1) {
      emulator.say(ID, `late ${count}`);
    }
    const answer = await readRest(first);
    expect(answer).toMatchObject({ value: { gaps: [] } });
    expect(listTexts(answer)).toEqual(listStory().slice(0, 250));
  });

  it('reads on where pages are shorter than asked for', async () => {
    const first = await openFirst();
    const all = emulator.state.socialBoards.get(ID)?.messages ?? [];
    for (const [skip, end] of [
      [0, 60],
      [100, 130],
    ] as const) {
      const body = { data: all.slice(skip, end), errorCode: -1, errorText: null };
      emulator.rules.add({ match: { path: `skip=${skip}&` }, respond: { body } });
    }
    expect(listTexts(await readRest(first))).toEqual(listStory());
    expect(emulator.requests).toHaveLength(4);
  });

  it('fetches the opening message by the other call where the list leaves it out', async () => {
    emulator.state.listOmitsOpening = true;
    const answer = await readRest(await openFirst());
    expect(answer).toMatchObject({ value: { gaps: [] } });
    expect(listTexts(answer)).toEqual(listStory());
    expect(emulator.requests).toHaveLength(3);
  });

  it('shows as a gap what the list ends before', async () => {
    const first = await openFirst();
    const all = emulator.state.socialBoards.get(ID)?.messages ?? [];
    emulator.rules.add({ match: { path: 'skip=100&' }, respond: { body: { data: all.slice(100, 140), errorCode: -1 } } });
    emulator.rules.add({ match: { path: 'skip=140&' }, respond: { body: { data: [], errorCode: -1 } } });
    const answer = await readRest(first);
    expect(answer).toMatchObject({ ok: true, value: { complete: true, gaps: [{ before: 140, missing: 10 }] } });
    expect(listTexts(answer)).toHaveLength(240);
  });

  it('shows as a gap what is counted and given by no call', async () => {
    const first = await openFirst();
    emulator.state.lostMessages = { [ID]: 10 };
    emulator.rules.add({ match: { path: 'includeMessages' }, respond: { status: 404 } });
    const answer = await readRest(first);
    expect(answer).toMatchObject({ ok: true, value: { gaps: [{ before: 0, missing: 10 }] } });
    expect(listTexts(answer)).toEqual(listStory().slice(10));
  });

  it('shows as a gap a page that always fails', async () => {
    const first = await openFirst();
    emulator.rules.add({ match: { path: 'skip=0&' }, respond: { status: 500 } });
    const answer = await readRest(first);
    expect(answer).toMatchObject({ ok: true, value: { gaps: [{ before: 0, missing: 100 }] } });
    expect(listTexts(answer)).toEqual(listStory().slice(100));
    expect(emulator.requests).toHaveLength(4);
  });

  it('leaves a provider alone that fails again and again', async () => {
    const first = await openFirst('443484636');
    emulator.rules.add({ match: { path: '/messages' }, respond: { body: '<html>' } });
    expect(await readRest(first)).toMatchObject({ failure: { kind: 'unexpected-answer', reason: 'web-page' } });
    expect(emulator.requests.length).toBeLessThanOrEqual(7);
  });

  it.each([
    [401, 'key-rejected'],
    [403, 'forbidden'],
    [429, 'rate-limited'],
  ])('stops at %i and says so', async (status, kind) => {
    const first = await openFirst('443484636');
    emulator.rules.add({ match: { path: 'skip=200&' }, respond: { status } });
    expect(await readRest(first)).toMatchObject({ ok: false, failure: { kind } });
    expect(emulator.requests.length).toBeLessThanOrEqual(12);
  });

  it('reads to the end where no total is given', async () => {
    const first = await openFirst();
    const { total: _total, ...facts } = first.facts;
    const answer = await readRest({ ...first, facts });
    expect(answer).toMatchObject({ ok: true, value: { complete: true, gaps: [] } });
    expect(listTexts(answer)).toEqual(listStory());
  });

  it.each([
    ['20,000', 20_000, 0],
    ['20,101', 20_101, 101],
    ['20,500', 20_500, 500],
    ['45,321', 45_321, 25_321],
  ])('reads the latest 20,000 where no total is given, and says the gap: of %s', async (_what, count, missing) => {
    const said = SOCIALBOARDS_CONVERSATIONS[ID]?.();
    const [sample] = said?.messages ?? [];
    if (!said || !sample) throw new Error('no story');
    const start = Date.parse('2026-01-01T00:00:00Z');
    const messages = Array.from({ length: count }, (_, index) => ({
      ...sample,
      id: index + 1,
      message: `m${index}`,
      creationTime: new Date(start + index * 1_000).toISOString(),
    }));
    emulator.state.socialBoards.set(ID, { ...said, messages });
    const first = await openFirst();
    const { total: _total, ...facts } = first.facts;
    const answer = await readRest({ ...first, facts });
    const texts = listTexts(answer);
    expect([texts.length, texts[0], texts.at(-1)]).toEqual([20_000, `m${missing}`, `m${count - 1}`]);
    expect(answer).toMatchObject({ value: { complete: true, gaps: missing > 0 ? [{ before: 0, missing }] : [] } });
    expect(new Set(texts).size).toBe(20_000);
    expect(emulator.requests.length).toBeLessThan(420);
  });

  it('gives up on a list that has no end', async () => {
    const first = await openFirst();
    const { total: _total, ...facts } = first.facts;
    const page = (emulator.state.socialBoards.get(ID)?.messages ?? []).slice(0, 100);
    emulator.rules.add({ match: { path: '/messages' }, respond: { body: { data: page, errorCode: -1 } } });
    expect(await readRest({ ...first, facts })).toMatchObject({ failure: { kind: 'too-large' } });
    expect(emulator.requests.length).toBeLessThan(300);
  });

  it('reads the latest 20,000 of a longer conversation', async () => {
    const first = await openFirst();
    const answer = await readRest({ ...first, facts: { total: 20_250 } });
    expect(emulator.requests[0]?.path).toContain('skip=250&');
    expect(answer).toMatchObject({ ok: true, value: { gaps: [{ before: 0, missing: 20_150 }] } });
    expect(emulator.requests.length).toBeLessThan(10);
  });
});
