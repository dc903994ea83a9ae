import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../domain/result.ts';
import { askBackground, askForRest } from './ask-background.ts';

const send = vi.hoisted(() => vi.fn());
vi.mock('./messages.ts', () => ({ send, tell: send }));

const INPUT = { ref: { provider: 'maax', id: '1' }, by: 'page' } as const;
const NEVER = new Promise<never>(() => undefined);
const CUT = new Error('A listener indicated an asynchronous response, but the message channel closed');

let view: AbortController;

const listSent = () => send.mock.calls.map(([type]) => type as string);
const readQuestion = (index: number) => (send.mock.calls[index]?.[1] as { question?: string } | undefined)?.question;

beforeEach(() => {
  vi.useFakeTimers();
  send.mockReset();
  view = new AbortController();
});

afterEach(() => vi.useRealTimers());

describe('askBackground', () => {
  it('asks once where the answer comes', async () => {
    send.mockResolvedValue('answer');
    expect(await askBackground('open', INPUT, view.signal)).toBe('answer');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send.mock.calls).toEqual([['open', { ...INPUT, question: expect.any(String) }]]);
  });

  it.each<[string, (answer: { resolve: (value: undefined) => void; reject: (reason: Error) => void }) => void]>([
    ['cuts the channel', ({ reject }) => reject(CUT)],
    ['leaves nothing', ({ resolve }) => resolve(undefined)],
  ])('asks the same question again at once where the worker died over it and %s', async (_what, die) => {
    let answer: Parameters<typeof die>[0] | undefined;
    const first = new Promise<undefined>((resolve, reject) => {
      answer = { resolve, reject };
    });
    send.mockReturnValueOnce(first).mockResolvedValue('answer');
    const asked = askBackground('open', INPUT, view.signal);
    await vi.advanceTimersByTimeAsync(3_000);
    if (answer) die(answer);
    await vi.advanceTimersByTimeAsync(0);
    expect(await asked).toBe('answer');
    expect(readQuestion(1)).toBe(readQuestion(0));
  });

  it('asks the same question again where the background is silent for 4 s', async () => {
    send.mockReturnValueOnce(NEVER).mockResolvedValue('answer');
    const asked = askBackground('open', INPUT, view.signal);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(send).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toBe('answer');
    expect(readQuestion(1)).toBe(readQuestion(0));
  });

  it('hears the answer to the first asking, too', async () => {
    let answer: (value: string) => void = () => undefined;
    send.mockReturnValueOnce(new Promise((resolve) => (answer = resolve))).mockReturnValue(NEVER);
    const asked = askBackground('open', INPUT, view.signal);
    await vi.advanceTimersByTimeAsync(9_000);
    answer('late');
    expect(await asked).toBe('late');
  });

  const cutAfter = (ms: number) => () => new Promise((_, reject) => setTimeout(() => reject(CUT), ms));

  it.each([
    ['is silent', () => NEVER, 25_000, 7],
    ['dies each time', cutAfter(3_000), 25_000, 9],
    ['fails each time at once', () => Promise.reject(CUT), 1_500, 4],
  ])('gives up where the background %s, and floods nobody', async (_what, answer, after, count) => {
    send.mockImplementation(answer);
    let isOver = false;
    const asked = askBackground('open', INPUT, view.signal).finally(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(after - 1);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toEqual(fail({ kind: 'timeout' }));
    expect(send).toHaveBeenCalledTimes(count);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(count);
  });

  it('needs nothing that a frame in an http page has not', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    send.mockResolvedValue('answer');
    await Promise.all([askBackground('open', INPUT, view.signal), askBackground('open', INPUT, view.signal)]);
    expect(readQuestion(0)).toMatch(/^[0-9a-f]{32}$/);
    expect(readQuestion(1)).not.toBe(readQuestion(0));
    vi.unstubAllGlobals();
  });

  it('takes a refusal for an answer', async () => {
    send.mockResolvedValue(undefined);
    expect(await askBackground('open', INPUT, view.signal)).toBeUndefined();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('tells the background when nobody waits any more', async () => {
    send.mockReturnValue(NEVER);
    const asked = askBackground('open', INPUT, view.signal);
    view.abort();
    await asked;
    expect(listSent()).toEqual(['open', 'leave']);
    expect(readQuestion(1)).toBe(readQuestion(0));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(2);
  });
});

describe('askForRest', () => {
  it('asks on until all is there, whatever it takes, and tells how far it is', async () => {
    const answers = Array.from({ length: 60 }, (_, index) => succeed({ read: 100 * (index + 1) }));
    const last = succeed({ read: 6_100, conversation: 'all of it' });
    for (const answer of [...answers, last]) {
      send.mockImplementationOnce(() => new Promise((resolve) => setTimeout(() => resolve(answer), 1_000)));
    }
    const progress: number[] = [];
    const asked = askForRest({ ref: INPUT.ref, heldAt: 5 }, view.signal, (read) => progress.push(read));
    await vi.advanceTimersByTimeAsync(61_000);
    expect(await asked).toEqual(last);
    expect(progress).toEqual(answers.map((_, index) => 100 * (index + 1)));
    expect(new Set(send.mock.calls.map(([, input]) => (input as { question: string }).question)).size).toBe(1);
  });

  it('answers with a failure, and stops when nobody waits', async () => {
    send.mockResolvedValueOnce(fail({ kind: 'provider-down' }));
    expect(await askForRest({ ref: INPUT.ref, heldAt: 5 }, view.signal, vi.fn())).toEqual(fail({ kind: 'provider-down' }));
    send.mockReset().mockReturnValue(NEVER);
    const asked = askForRest({ ref: INPUT.ref, heldAt: 5 }, view.signal, vi.fn());
    view.abort();
    await asked;
    expect(listSent()).toEqual(['rest', 'leave']);
  });
});
