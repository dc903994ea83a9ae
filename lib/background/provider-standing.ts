import type { ProviderId } from '../domain/ref.ts';
import type { Result } from '../domain/result.ts';
import { checkStanding, noteAnswer, type Question } from '../domain/standing.ts';
import { readValue, removeValue, writeValue } from '../platform/stored-value.ts';
import { createQueue } from './queue.ts';

/** Answers come in any order: each builds on the one before. */
const inTurn = createQueue();

/** Whether a provider may be asked now, by what it said last in this browser session; if not, what to answer instead. */
export async function mayAsk(provider: ProviderId, question: Question): Promise<Result<null>> {
  return checkStanding((await readValue('session', `standing:${provider}`)) ?? {}, question);
}

/** Remembers what a provider answered to a look-up of `id`. */
export function rememberAnswer(provider: ProviderId, id: string, answer: Result<unknown>): Promise<void> {
  return inTurn(async () => {
    const before = (await readValue('session', `standing:${provider}`)) ?? {};
    const after = noteAnswer(before, { id, now: Date.now() }, answer);
    if (JSON.stringify(after) !== JSON.stringify(before)) await writeValue('session', `standing:${provider}`, after);
  });
}

/** A new key or address: what was said to the old one counts no more. */
export function forgetStanding(provider: ProviderId): Promise<void> {
  return inTurn(() => removeValue('session', `standing:${provider}`));
}
