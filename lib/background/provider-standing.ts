import type { ProviderId } from '../domain/ref.ts';
import type { Result } from '../domain/result.ts';
import { checkProbe, checkStanding, noteAnswer, type Question } from '../domain/standing.ts';
import { readValue, removeValue, writeValue } from '../platform/stored-value.ts';
import { createQueue } from './queue.ts';

/** Answers come in any order: each builds on the one before, and a question on all of them. */
const inTurn = createQueue();

/** When a try began after a circuit's pause, ms since the epoch. Lost with the worker, and so is the try. */
const probes = new Map<ProviderId, number>();

/** Whether a provider may be asked now, by what it said last in this browser session; if not, what to answer instead. */
export async function mayAsk(provider: ProviderId, question: Question): Promise<Result<null>> {
  const standing = await inTurn(async () => (await readValue('session', `standing:${provider}`)) ?? {});
  const allowed = checkStanding(standing, question);
  const probe = allowed.ok ? checkProbe(standing, question, probes.get(provider)) : undefined;
  if (probe?.ok) probes.set(provider, question.now);
  return probe ?? allowed;
}

/** A try after a circuit's pause has ended, whatever came of it. */
export function endProbe(provider: ProviderId): void {
  probes.delete(provider);
}

/** Remembers what a provider answered to a look-up of `id`. A storage that takes nothing costs the provider some patience. */
export function rememberAnswer(provider: ProviderId, id: string, answer: Result<unknown>): Promise<void> {
  return inTurn(async () => {
    const before = (await readValue('session', `standing:${provider}`)) ?? {};
    const after = noteAnswer(before, { id, now: Date.now() }, answer);
    if (JSON.stringify(after) !== JSON.stringify(before)) await writeValue('session', `standing:${provider}`, after);
  }).catch(() => undefined);
}

/** A new key or address: what was said to the old one counts no more. */
export function forgetStanding(provider: ProviderId): Promise<void> {
  return inTurn(() => removeValue('session', `standing:${provider}`));
}
