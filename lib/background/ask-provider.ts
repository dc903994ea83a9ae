import PQueue from 'p-queue';
import type { Conversation } from '../domain/conversation.ts';
import type { ConfiguredProvider } from '../domain/provider-settings.ts';
import type { ProviderId, Ref } from '../domain/ref.ts';
import { type Barrier, type Failure, fail, type Result, succeed } from '../domain/result.ts';
import { endsReading } from '../domain/standing.ts';
import { hasAccess } from '../platform/access.ts';
import type { Provider, ProviderAccess } from '../providers/provider.ts';
import { PROVIDERS } from '../providers/registry.ts';
import { LOOK_UP_DEADLINE_MS } from '../providers/request-json.ts';
import { dropCopies, keepCopy } from './copies.ts';
import { afterFirstWord } from './first-word.ts';
import { prepareAccess, readProviders } from './provider-directory.ts';
import { rememberShape } from './provider-shape.ts';
import { endProbe, mayAsk, rememberAnswer } from './provider-standing.ts';
import type { Waiting } from './under-way.ts';

/** A provider that can be asked: set up, and its hosts granted by the browser. */
export interface Line {
  readonly provider: Provider;
  readonly configured: ConfiguredProvider;
}

/** What a provider is asked. `startedAt`: when the look-up began, on `performance.now()`'s clock. */
export interface Inquiry {
  readonly ref: Ref;
  readonly startedAt: number;
  readonly waiting: Waiting;
  /** What the provider says is of use though the view that asked has gone; else it is broken off then. */
  readonly isHeardOut: boolean;
  readonly ask: (
    provider: Provider,
    access: ProviderAccess,
    onProgress: (messages: number) => void,
  ) => Promise<Result<Conversation>>;
}

/** Look-ups at a time: what a browser opens to one host, so that fifty tabs that come back at once are no stampede. */
const MOST_AT_ONCE = 6;
/** A provider that was broken off after this long has kept silent. */
const FAIR_MS = 10_000;

interface Turns {
  readonly queue: PQueue;
  /** Look-ups that are being made, the oldest first. */
  readonly begun: Set<Waiting>;
}

const turns = new Map<ProviderId, Turns>();
let asked = 0;

function turnsOf(provider: ProviderId): Turns {
  const known = turns.get(provider) ?? { queue: new PQueue({ concurrency: MOST_AT_ONCE }), begun: new Set() };
  turns.set(provider, known);
  return known;
}

/** Runs a look-up in its turn. The newest goes first: it is the one the agent waits for. */
function inTurn<T>(provider: ProviderId, task: () => Promise<T>): Promise<T> {
  const { queue, begun } = turnsOf(provider);
  asked += 1;
  // The oldest that nobody waits for is the next to be answered: the newest makes room.
  if (queue.pending >= MOST_AT_ONCE) [...begun].findLast((waiting) => !waiting.isWanted())?.breakOff();
  return queue.add(task, { priority: asked });
}

/** What stands before any request: no key, or no permission for its hosts. */
export async function findLine(id: ProviderId): Promise<Result<Line, Failure | Barrier>> {
  const configured = (await readProviders())[id];
  if (!configured) return fail<Failure>({ kind: 'no-key', provider: id });
  const provider = PROVIDERS[id];
  const urls = provider.urls(configured.settings);
  return (await hasAccess(urls)) ? succeed({ provider, configured }) : fail({ kind: 'no-access', origins: urls });
}

/** Settings that were saved while a request was under way make its answer an old account's. */
async function isCurrent({ configured }: Line): Promise<boolean> {
  return (await readProviders())[configured.settings.provider]?.savedAt === configured.savedAt;
}

/**
 * Asks a provider if what it said last allows it, else answers with that. What it answers is remembered: whole conversations
 * to be shown again, failures to spare it the next question. Nobody is asked for a look-up that nobody waits for any more, nor
 * for one whose 20 s went by before its turn came: that is a `timeout`.
 */
export async function askProvider(line: Line, inquiry: Inquiry): Promise<Result<Conversation>> {
  const { ref, startedAt, waiting } = inquiry;
  const late = fail<Failure>({ kind: 'timeout', provider: ref.provider });
  const leftMs = () => startedAt + LOOK_UP_DEADLINE_MS - performance.now();
  const question = () => ({ id: ref.id, by: waiting.by(), now: Date.now() });
  let hasBegun = false;
  const ask = async () => {
    hasBegun = true;
    if (!waiting.isWanted() || leftMs() <= 0) return late;
    const [allowed, access] = await Promise.all([mayAsk(ref.provider, question()), prepareAccess(line.configured)]);
    return allowed.ok ? askInView(line, inquiry, access) : allowed;
  };
  const turn = afterFirstWord(ref.provider, question, () => inTurn(ref.provider, ask));
  if (hasBegun) return turn;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, leftMs());
  });
  return Promise.race([turn, patience.then(() => (hasBegun ? turn : late))]).finally(() => clearTimeout(timer));
}

/** Asks, and is seen by those who wait for a turn. */
async function askInView(line: Line, inquiry: Inquiry, access: Awaited<ReturnType<typeof prepareAccess>>) {
  const { ref, waiting, isHeardOut } = inquiry;
  const { queue, begun } = turnsOf(ref.provider);
  begun.add(waiting);
  if (isHeardOut) waiting.hearOut(() => queue.size === 0);
  try {
    return await askNow(line, inquiry, access);
  } finally {
    begun.delete(waiting);
    endProbe(ref.provider);
  }
}

async function askNow(
  line: Line,
  inquiry: Inquiry,
  access: Awaited<ReturnType<typeof prepareAccess>>,
  mayAskAgain = true,
): Promise<Result<Conversation>> {
  const { ref, startedAt, waiting, ask } = inquiry;
  if (!access.ok && access.failure.kind === 'no-key') return fail<Failure>(access.failure);
  // Locked in the meantime: there is no key, and the handler says why.
  if (!access.ok && access.failure.kind === 'locked') return fail<Failure>({ kind: 'no-key', provider: ref.provider });
  const { signal } = waiting;
  const askedAt = performance.now();
  const answer = access.ok ? await ask(line.provider, { ...access.value, startedAt, signal }, waiting.onProgress) : undefined;
  // A request that was broken off says nothing about the provider, unless it had its time.
  const isSilence = answer?.ok === false && performance.now() - askedAt >= FAIR_MS;
  if (answer && signal.aborted && !isSilence) return answer;
  if (answer && (await isCurrent(line))) {
    const kept = Promise.all([rememberAnswer(ref.provider, ref.id, answer), keepAnswer(ref, answer)]);
    // Whoever asks next waits for what is being written; the agent who waits for the conversation does not.
    if (!answer.ok) await kept;
    return answer;
  }
  // What an account that was replaced in the meantime answered is shown to nobody: the new one is asked, once.
  const fresh = mayAskAgain ? await findLine(ref.provider) : undefined;
  return fresh?.ok
    ? askNow(fresh.value, inquiry, await prepareAccess(fresh.value.configured), false)
    : fail<Failure>({ kind: 'timeout', provider: ref.provider });
}

async function keepAnswer(ref: Ref, answer: Result<Conversation>): Promise<void> {
  if (answer.ok) {
    const { complete, shape } = answer.value;
    if (shape) void rememberShape(ref.provider, shape);
    if (complete) await keepCopy(answer.value);
  } else if (endsReading(answer.failure)) {
    // Without the right key, nothing of what it opened is shown.
    await dropCopies(answer.failure.kind === 'key-rejected' ? ref.provider : ref);
  }
}
