import PQueue from 'p-queue';
import type { ProviderId } from '../domain/ref.ts';
import type { Question } from '../domain/standing.ts';
import { lacksWord, nextWord } from './provider-standing.ts';

/** How long a first question that is not answered holds the next one; each more that hangs holds twice as long. */
const PATIENCE_MS = 2_000;

interface Gate {
  readonly queue: PQueue;
  /** Questions that went through and have no answer yet. */
  unanswered: number;
}

/** Lost with the worker, and with it all that waits. */
const gates = new Map<ProviderId, Gate>();
let came = 0;

/**
 * Asks at once where the provider's last word was a right answer, or the agent asks. Else whether it takes the key is learned
 * from one: the others wait for its word, a moment at most, the newest first. `ask` looks itself whether it is still wanted.
 */
export async function afterFirstWord<T>(provider: ProviderId, question: () => Question, ask: () => Promise<T>): Promise<T> {
  // Answers what is known without a wait: a good key costs no agent anything.
  const lacks = lacksWord(provider, question());
  if (lacks === false || !(await lacks)) return ask();
  const gate = gates.get(provider) ?? { queue: new PQueue({ concurrency: 1 }), unanswered: 0 };
  gates.set(provider, gate);
  came += 1;
  let answer: Promise<T> | undefined;
  await gate.queue.add(
    async () => {
      const stillLacks = await lacksWord(provider, question());
      const word = nextWord(provider);
      answer = ask();
      if (stillLacks) await holdNext(gate, answer, word);
    },
    { priority: came },
  );
  return answer as Promise<T>;
}

/** Until there is a word, whosever answer it is, or this one is not going to be soon. */
async function holdNext(gate: Gate, answer: Promise<unknown>, word: Promise<void>): Promise<void> {
  const pause = PATIENCE_MS * 2 ** gate.unanswered;
  gate.unanswered += 1;
  const answered = answer.then(
    () => undefined,
    () => undefined,
  );
  void answered.then(() => {
    gate.unanswered -= 1;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    answered,
    word,
    new Promise((resolve) => {
      timer = setTimeout(resolve, pause);
    }),
  ]);
  clearTimeout(timer);
}
