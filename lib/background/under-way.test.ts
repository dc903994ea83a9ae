import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../domain/conversation.ts';
import { type Result, succeed } from '../domain/result.ts';
import { leave as leaveQuestion, share, type Waiting } from './under-way.ts';

const CONVERSATION: Conversation = {
  ref: { provider: 'maax', id: '1' },
  messages: [],
  gaps: [],
  facts: {},
  complete: true,
  fetchedAt: 5,
};

let key = '';
let asked: { readonly waiting: Waiting; readonly answer: () => void }[];

const ask = (waiting: Waiting): Promise<Result<Conversation>> =>
  new Promise((resolve) => asked.push({ waiting, answer: () => resolve(succeed(CONVERSATION)) }));
/** Each test has questions of its own: what was taken back is remembered. */
const page = (question?: string) => ({ by: 'page', question: question && `${key} ${question}` }) as const;
const leave = (question: string) => leaveQuestion(`${key} ${question}`);
const isAborted = (index: number) => asked[index]?.waiting.signal.aborted;

beforeEach(() => {
  vi.useFakeTimers();
  key = crypto.randomUUID();
  asked = [];
});

afterEach(() => vi.useRealTimers());

describe('a request that several wait for', () => {
  it('is made once, and again once it was answered', async () => {
    const answers = [share(key, page('a'), ask), share(key, page('b'), ask), share(key, page(), ask)];
    expect(asked).toHaveLength(1);
    asked[0]?.answer();
    expect(await Promise.all(answers.map(({ answer }) => answer))).toEqual(answers.map(() => succeed(CONVERSATION)));
    share(key, page('c'), ask);
    expect(asked).toHaveLength(2);
  });

  it('is by hand as soon as the agent is among them', () => {
    share(key, page('a'), ask);
    expect(asked[0]?.waiting.by()).toBe('page');
    share(key, { by: 'hand', question: 'b' }, ask);
    expect(asked[0]?.waiting.by()).toBe('hand');
  });

  it('answers the same question again, also after it was answered, until it is forgotten', async () => {
    const first = share(key, page('a'), ask);
    expect(share(key, page('a'), ask).answer).toBe(first.answer);
    asked[0]?.answer();
    await first.answer;
    expect(await share(key, page('a'), ask).answer).toEqual(succeed(CONVERSATION));
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    share(key, page('a'), ask);
    expect(asked).toHaveLength(2);
  });

  it('tells each how far it is', () => {
    share(key, page('a'), ask);
    asked[0]?.waiting.onProgress(1_200);
    expect(share(key, page('b'), ask).read).toBe(1_200);
  });
});

describe('a request that nobody waits for any more', () => {
  it('goes on while one still waits', () => {
    share(key, page('a'), ask);
    share(key, page('b'), ask);
    leave('a');
    vi.advanceTimersByTime(60_000);
    expect(isAborted(0)).toBe(false);
    leave('b');
    expect(asked[0]?.waiting.isWanted()).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(isAborted(0)).toBe(true);
  });

  it('is found again by a ticket that is opened again at once, not by a later one', () => {
    share(key, page('a'), ask);
    leave('a');
    vi.advanceTimersByTime(900);
    share(key, page('b'), ask);
    vi.advanceTimersByTime(60_000);
    expect(asked).toHaveLength(1);
    expect(isAborted(0)).toBe(false);
    leave('b');
    vi.advanceTimersByTime(1_000);
    share(key, page('c'), ask);
    expect(asked).toHaveLength(2);
    expect(isAborted(1)).toBe(false);
  });

  it('is not waited for again by a question that was on its way when it was taken back', async () => {
    share(key, page('a'), ask);
    leave('a');
    expect(await share(key, page('a'), ask).answer).toMatchObject({ failure: { kind: 'timeout' } });
    vi.advanceTimersByTime(1_000);
    expect(isAborted(0)).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('goes on to its answer where it is heard out, and is found there, until others need its place', () => {
    let isRoom = true;
    share(key, page('a'), ask);
    asked[0]?.waiting.hearOut(() => isRoom);
    leave('a');
    vi.advanceTimersByTime(15_000);
    share(key, page('b'), ask);
    expect(asked).toHaveLength(1);
    isRoom = false;
    leave('b');
    vi.advanceTimersByTime(1_000);
    expect(isAborted(0)).toBe(true);
  });

  it('is broken off at once where nobody waits, however it was to go on', () => {
    share(key, page('a'), ask);
    share(`${key} other`, page('b'), ask);
    for (const { waiting } of asked) waiting.hearOut(() => true);
    leave('a');
    for (const { waiting } of asked) waiting.breakOff();
    expect([isAborted(0), isAborted(1)]).toEqual([true, false]);
  });

  it('is not made where the question was taken back before it was heard', async () => {
    leave('a');
    expect(await share(key, page('a'), ask).answer).toMatchObject({ failure: { kind: 'timeout' } });
    expect(asked).toHaveLength(0);
  });
});
