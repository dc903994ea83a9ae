// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../../lib/domain/conversation.ts';
import { type Failure, fail, succeed } from '../../lib/domain/result.ts';
import type { Refreshed } from '../../lib/platform/messages.ts';
import { keepLive, type News } from './keep-live.ts';

const START = 1_800_000_000_000;

function converse(text = 'Hi', state: 'open' | 'closed' = 'open'): Conversation {
  const ref = { provider: 'socialboards', id: '1' } as const;
  const messages = [{ id: '1', role: 'customer', text, format: 'plain' }] as const;
  return { ref, messages, gaps: [], facts: { state }, complete: true, fetchedAt: START };
}

let answer: () => Refreshed | undefined;
let asked: number[];
let news: News[];
let leaving: AbortController;

function live(start = converse()): void {
  void keepLive(start, {
    refresh: async () => {
      asked.push((Date.now() - START) / 1000);
      return answer();
    },
    onNews: (one) => news.push(one),
    signal: leaving.signal,
  });
}

function show(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  asked = [];
  news = [];
  leaving = new AbortController();
  answer = () => succeed({ fetchedAt: Date.now() });
  show('visible');
});

afterEach(() => {
  leaving.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('keepLive', () => {
  it('says so, once, where the conversation is too large to be refreshed', async () => {
    answer = () => succeed({ fetchedAt: START, isTooLarge: true });
    live();
    await pass(300);
    expect(asked).toEqual([5]);
    expect(news).toEqual([{ kind: 'too-large' }]);
  });

  it('asks after 5 s, then ever less often, down to once a minute', async () => {
    live();
    await pass(300);
    expect(asked).toEqual([5, 15, 35, 75, 135, 195, 255]);
    expect(news.at(-1)).toEqual({ kind: 'answer', conversation: converse(), checkedAt: START + 255_000 });
  });

  it('asks soon again when something new came', async () => {
    live();
    await pass(70);
    answer = () => succeed({ fetchedAt: Date.now(), conversation: converse('more') });
    await pass(5);
    answer = () => succeed({ fetchedAt: Date.now() });
    await pass(25);
    expect(asked).toEqual([5, 15, 35, 75, 80, 90]);
    expect(news.at(-1)).toMatchObject({ conversation: converse('more') });
  });

  it('asks nothing while nobody can see it, and at once when it is due and seen again', async () => {
    live();
    await pass(6);
    show('hidden');
    await pass(3600);
    expect(asked).toEqual([5]);
    show('visible');
    await pass(0);
    expect(asked).toEqual([5, 3606]);
    show('hidden');
    show('visible');
    await pass(1);
    expect(asked).toEqual([5, 3606]);
  });

  it('asks nothing for a view that was opened out of sight', async () => {
    show('hidden');
    live({ ...converse(), fetchedAt: START - 60_000 });
    await pass(3600);
    expect(asked).toEqual([]);
    show('visible');
    await pass(0);
    expect(asked).toEqual([3600]);
  });

  it.each<[string, () => void]>([
    ['the view is closed or the ticket changes', () => leaving.abort()],
    [
      'the conversation is closed',
      () => (answer = () => succeed({ fetchedAt: Date.now(), conversation: converse('bye', 'closed') })),
    ],
    ['the key is not taken', () => (answer = () => fail<Failure>({ kind: 'key-rejected' }))],
    ['this view may not read', () => (answer = () => undefined)],
  ])('ends when %s', async (_what, happen) => {
    live();
    await pass(6);
    happen();
    await pass(10);
    const count = asked.length;
    await pass(3600);
    expect(asked).toHaveLength(count);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says nothing of an answer that came after the ticket changed', async () => {
    answer = () => {
      leaving.abort();
      return succeed({ fetchedAt: Date.now(), conversation: converse('of another customer') });
    };
    live();
    await pass(10);
    expect(news).toEqual([]);
  });

  it('stays where a refresh fails, and asks no earlier than the provider wants', async () => {
    const failure: Failure = { kind: 'rate-limited', retryAt: START + 100_000 };
    answer = () => fail(failure);
    live();
    await pass(99);
    expect(asked).toEqual([5]);
    expect(news).toEqual([{ kind: 'trouble', failure }]);
    answer = () => succeed({ fetchedAt: Date.now() });
    await pass(1);
    expect(asked).toEqual([5, 100]);
    expect(news.at(-1)).toMatchObject({ kind: 'answer' });
  });

  it('refreshes an older copy at once, a closed one once', async () => {
    answer = () => succeed({ fetchedAt: Date.now() });
    live({ ...converse('Hi', 'closed'), fetchedAt: START - 60_000 });
    await pass(3600);
    expect(asked).toEqual([0]);
  });
});
