import type { ProviderId } from '../domain/ref.ts';
import type { Result } from '../domain/result.ts';
import { checkProbe, checkStanding, isUnproven, noteAnswer, type Question, type Standing } from '../domain/standing.ts';
import { readValue, removeValue, writeValue } from '../platform/stored-value.ts';
import { createQueue } from './queue.ts';

/** Answers come in any order: each builds on the one before, and a question on all of them. */
const inTurn = createQueue();

/** When a try began after a circuit's pause, ms since the epoch. Lost with the worker, and so is the try. */
const probes = new Map<ProviderId, number>();

/** Providers whose last word was right, so that it need not be read. Lost with the worker, and then read. */
const proven = new Set<ProviderId>();
/** Who waits for a provider's next word. */
const listeners = new Map<ProviderId, Set<() => void>>();

const readStanding = async (provider: ProviderId): Promise<Standing> => (await readValue('session', `standing:${provider}`)) ?? {};

/** Whether a provider's first word must be waited for before many ask it; at once where its last one was right. */
export function lacksWord(provider: ProviderId, question: Question): false | Promise<boolean> {
  if (proven.has(provider) || question.by === 'hand') return false;
  return inTurn(async () => isUnproven(await readStanding(provider), question));
}

/** Resolves with the next answer that is remembered. */
export function nextWord(provider: ProviderId): Promise<void> {
  const waiting = listeners.get(provider) ?? new Set();
  listeners.set(provider, waiting);
  return new Promise((resolve) => waiting.add(resolve));
}

/** Whether a provider may be asked now, by what it said last in this browser session; if not, what to answer instead. */
export async function mayAsk(provider: ProviderId, question: Question): Promise<Result<null>> {
  const standing = await inTurn(() => readStanding(provider));
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
    const before = await readStanding(provider);
    const after = noteAnswer(before, { id, now: Date.now() }, answer);
    if (after.proven) proven.add(provider);
    else proven.delete(provider);
    if (JSON.stringify(after) !== JSON.stringify(before)) await writeValue('session', `standing:${provider}`, after);
  })
    .catch(() => undefined)
    .finally(() => {
      for (const hear of listeners.get(provider) ?? []) hear();
      listeners.delete(provider);
    });
}

/** A new key or address: what was said to the old one counts no more. */
export function forgetStanding(provider: ProviderId): Promise<void> {
  return inTurn(() => {
    proven.delete(provider);
    return removeValue('session', `standing:${provider}`);
  });
}
