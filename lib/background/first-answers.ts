import type { Conversation } from '../domain/conversation.ts';
import type { ConfiguredProvider } from '../domain/provider-settings.ts';
import { formatRef, type Ref } from '../domain/ref.ts';
import { whenLocked } from './lock-session.ts';

/** A view asks for the rest at once, or has gone. */
const KEEP_MS = 30_000;

/** First answers whose rest is about to be asked for. Lost with the worker, and then asked for anew. */
const firstAnswers = new Map<string, Conversation>();
whenLocked(() => firstAnswers.clear());

/** A first answer is gone on from with the account that gave it only. */
function nameFirst(ref: Ref, { savedAt }: ConfiguredProvider): string {
  return `${formatRef(ref)} ${savedAt}`;
}

/** Keeps the first answer of a long conversation for the half minute in which its rest may be asked for. */
export function keepFirst(configured: ConfiguredProvider, first: Conversation): void {
  const name = nameFirst(first.ref, configured);
  firstAnswers.set(name, first);
  setTimeout(() => firstAnswers.get(name) === first && firstAnswers.delete(name), KEEP_MS);
}

/** Hands a first answer over, once. */
export function takeFirst(configured: ConfiguredProvider, ref: Ref): Conversation | undefined {
  const name = nameFirst(ref, configured);
  const first = firstAnswers.get(name);
  firstAnswers.delete(name);
  return first;
}
