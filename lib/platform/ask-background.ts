import { type Failure, fail, type Result } from '../domain/result.ts';
import { type MessageType, type Protocol, send } from './messages.ts';

/** Messages that look something up; each carries the name of its question. */
type LookUpType = { [T in MessageType]: Protocol[T]['input'] extends { ref: unknown; question?: string } ? T : never }[MessageType];

type Output<T extends LookUpType> = Protocol[T]['output'] | Result<never, Failure> | undefined;

/** Above the 20 s after which the background gives a look-up up, wait for its turn included. */
const DEADLINE_MS = 25_000;
/** A background that has said nothing for so long may have died, or never have heard: the browser does not always tell. */
const AGAIN_MS = 4_000;
/** Between questions that are cut off at once. */
const PAUSE_MS = 500;

/** A name that no other view uses. An in-page frame on an http page has no `crypto.randomUUID`. */
function nameQuestion(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Asks the background for a conversation. Where the worker dies over it, it is asked again at once, and where it is silent after
 * 4 s: the same question makes no second request while the first one is under way, nor for a while after it was answered.
 * Resolves to the failure `timeout` after 25 s, to `undefined` where the background refuses the sender, and at once when
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
      void send('leave', { question }).catch(() => undefined);
    };
    const repeat = (ms: number) => {
      clearTimeout(again);
      if (!isOver) again = setTimeout(put, ms);
    };
    const put = () => {
      const sentAt = performance.now();
      const isQuick = () => performance.now() - sentAt <= PAUSE_MS;
      const lost = () => repeat(isQuick() ? PAUSE_MS : 0);
      repeat(AGAIN_MS);
      // A refusal comes at once; nothing after a while is what is left of a worker that died.
      send(type, named).then((answer) => (answer === undefined && !isQuick() ? lost() : finish(answer)), lost);
    };
    const end = setTimeout(() => finish(timeout), DEADLINE_MS);
    if (signal.aborted) return finish(timeout);
    signal.addEventListener('abort', leave);
    put();
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
