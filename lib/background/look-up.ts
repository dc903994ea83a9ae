import type { Conversation } from '../domain/conversation.ts';
import { formatRef, type ProviderId, type Ref } from '../domain/ref.ts';
import { type Failure, fail, type Result, succeed } from '../domain/result.ts';
import { hasAccess } from '../platform/access.ts';
import type { Opened } from '../platform/messages.ts';
import { readValue, writeValue } from '../platform/stored-value.ts';
import type { Provider, ProviderAccess } from '../providers/provider.ts';
import { PROVIDERS } from '../providers/registry.ts';
import { prepareAccess, readProviders } from './provider-directory.ts';
import { createQueue } from './queue.ts';
import { rememberOpened } from './recents.ts';

/** Requests under way: many views of one conversation share one. Lost with the worker, and then there is nothing to share. */
const underWay = new Map<string, Promise<Opened>>();

/** First answers whose rest is about to be asked for. Lost with the worker, and then asked for anew. */
const firstAnswers = new Map<string, Conversation>();

function share(key: string, ask: () => Promise<Opened>): Promise<Opened> {
  const running = underWay.get(key);
  if (running) return running;
  const asked = ask().finally(() => underWay.delete(key));
  underWay.set(key, asked);
  return asked;
}

const inTurn = createQueue();

async function isRejected(provider: ProviderId): Promise<boolean> {
  return ((await readValue('session', 'rejected')) ?? []).includes(provider);
}

/** Remembers whether a provider took its key, so that a page cannot make Backscroll knock on a closed door all day. */
export function markRejected(provider: ProviderId, isRefused: boolean): Promise<void> {
  return inTurn(async () => {
    const before = (await readValue('session', 'rejected')) ?? [];
    if (before.includes(provider) === isRefused) return;
    const others = before.filter((id) => id !== provider);
    await writeValue('session', 'rejected', isRefused ? [...others, provider] : others);
  });
}

type Ask = (provider: Provider, access: ProviderAccess) => Promise<Result<Conversation>>;

async function ask(ref: Ref, question: Ask): Promise<Opened> {
  const configured = (await readProviders())[ref.provider];
  if (!configured) return fail<Failure>({ kind: 'no-key', provider: ref.provider });
  const provider = PROVIDERS[ref.provider];
  const urls = provider.urls(configured.settings);
  if (!(await hasAccess(urls))) return fail({ kind: 'no-access', origins: urls });
  const access = await prepareAccess(configured);
  const answer = await question(provider, access);
  const isRefused = !answer.ok && answer.failure.kind === 'key-rejected';
  if (answer.ok || isRefused) await markRejected(ref.provider, isRefused);
  return answer;
}

/**
 * Looks a conversation up: its first answer. After a rejected key, look-ups that a page triggers (`by: 'page'`) are
 * answered without asking, until a new Save or a look-up by hand.
 */
export async function openConversation(ref: Ref, by: 'page' | 'hand'): Promise<Opened> {
  if (by === 'page' && (await isRejected(ref.provider))) return fail<Failure>({ kind: 'key-rejected', provider: ref.provider });
  const opened = await share(formatRef(ref), () => ask(ref, (provider, access) => provider.open(ref.id, access)));
  if (!opened.ok) return opened;
  if (!opened.value.complete) firstAnswers.set(formatRef(ref), opened.value);
  await rememberOpened(opened.value);
  return opened;
}

/** The whole of a conversation whose first answer was not complete. */
export async function readRest(ref: Ref): Promise<Opened> {
  const key = formatRef(ref);
  return share(`rest ${key}`, () =>
    ask(ref, async (provider, access) => {
      const kept = firstAnswers.get(key);
      firstAnswers.delete(key);
      const first = kept ? succeed(kept) : await provider.open(ref.id, access);
      return first.ok && !first.value.complete ? provider.rest(first.value, access) : first;
    }),
  );
}
