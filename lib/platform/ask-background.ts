import { type Failure, fail, type Result } from '../domain/result.ts';
import { type MessageType, type Protocol, send, tell } from './messages.ts';

/** Messages that look something up; each carries the name of its question. */
type LookUpType = { [T in MessageType]: Protocol[T]['input'] extends { ref: unknown; question?: string } ? T : never }[MessageType];

type Output<T extends LookUpType> = Protocol[T]['output'] | Result<never, Failure> | undefined;

/** Above the 20 s after which the background gives a look-up up, wait for its turn included. */
const DEADLINE_MS = 25_000;
/** A background that has said nothing for so long may have died, or never have heard: the browser does not always tell. */
const AGAIN_MS = 4_000;
/** Between questions that are cut off at once. */
const PAUSE_MS = 500;
/** So many in a row are no dying worker: the background itself fails, over a broken storage for example. */
const MOST_QUICK = 4;

/** Answers, for a question that was cut off after so many ms, how long to wait before the next; undefined: there is none. */
function createPatience(): (afterMs: number) => number | undefined {
  let quick = 0;
  return (afterMs) => {
    quick = afterMs <= PAUSE_MS ? quick + 1 : 0;
    if (quick === MOST_QUICK) return undefined;
    return quick > 0 ? PAUSE_MS : 0;
  };
}

/** The answer, or after how many ms the question was lost. */
async function askOnce<T extends LookUpType>(
  type: T,
  input: Protocol[T]['input'],
): Promise<{ readonly answer?: Output<T>; readonly lostAfter?: number }> {
  const sentAt = performance.now();
  try {
    const answer = await send(type, input);
    const took = performance.now() - sentAt;
    // A refusal comes at once; nothing after a while is what is left of a worker that died.
    return answer === undefined && took > PAUSE_MS ? { lostAfter: took } : { answer };
  } catch {
    return { lostAfter: performance.now() - sentAt };
  }
}

/** A name that no other view uses. An in-page frame on an http page has no `crypto.randomUUID`. */
function nameQuestion(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Asks the background for a conversation. Where the worker dies over it, it is asked again at once, and where it is silent after
 * 4 s: the same question makes no second request while the first one is under way, nor for a while after it was answered.
 * Resolves to the failure `timeout` after 25 s, or where the background fails each time at once; to `undefined` where the background refuses the sender, and at once when
 * `signal` aborts: then the background is told that nobody waits any more.
 */
export function askBackground<T extends LookUpType>(
  type: T,
  input: Omit<Protocol[T]['input'], 'question'>,
  signal: AbortSignal,
  question: string = nameQuestion(),
): Promise<Output<T>> {
  return new Promise((resolve) => {
    const named = { ...input, question } as unknown as Protocol[T]['input'];
    const timeout = fail<Failure>({ kind: 'timeout' });
    let isOver = false;
    const planNext = createPatience();
    let again: ReturnType<typeof setTimeout> | undefined;
    const finish = (answer: Output<T>) => {
      isOver = true;
      clearTimeout(again);
      clearTimeout(end);
      signal.removeEventListener('abort', leave);
      resolve(answer);
    };
    const leave = () => {
      finish(timeout);
      void tell('leave', { question });
    };
    const repeat = (ms: number) => {
      clearTimeout(again);
      if (!isOver) again = setTimeout(() => void put(), ms);
    };
    const put = async () => {
      repeat(AGAIN_MS);
      const { answer, lostAfter } = await askOnce(type, named);
      if (lostAfter === undefined) return finish(answer);
      const pause = planNext(lostAfter);
      if (pause === undefined) finish(timeout);
      else repeat(pause);
    };
    const end = setTimeout(() => finish(timeout), DEADLINE_MS);
    if (signal.aborted) return finish(timeout);
    signal.addEventListener('abort', leave);
    void put();
  });
}

/** Asks for the rest of a long conversation until it is there; `onProgress` hears how many messages have been read. */
export async function askForRest(
  input: Omit<Protocol['rest']['input'], 'question'>,
  signal: AbortSignal,
  onProgress: (messages: number) => void,
): Promise<Output<'rest'>> {
  const question = nameQuestion();
  for (;;) {
    const answer = await askBackground('rest', input, signal, question);
    if (signal.aborted || !answer?.ok || answer.value.conversation) return answer;
    onProgress(answer.value.read);
  }
}
