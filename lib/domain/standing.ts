import { type Barrier, type Failure, type FailureKind, fail, type Result, succeed } from './result.ts';

/** Who triggers a look-up: what a page shows, or the agent. */
export type LookUpBy = 'page' | 'hand';

/** What a provider said last, as far as it decides whether to ask it again. Times in ms since the epoch. */
export interface Standing {
  /** Its last word was a right answer: it takes the key. */
  readonly proven?: true;
  /** It did not take the key. */
  readonly rejected?: Failure;
  /** It asked to be left alone until `retryAt`. */
  readonly limited?: Failure;
  /** Look-ups in a row that it did not answer. */
  readonly losses?: { readonly count: number; readonly last: Failure; readonly at: number };
  /** Conversations that it does not know. */
  readonly missing?: readonly { readonly id: string; readonly failure: Failure; readonly until: number }[];
}

/** A look-up that is about to be made. */
export interface Question {
  readonly id: string;
  readonly by: LookUpBy;
  /** ms since the epoch. */
  readonly now: number;
}

/** After so many losses in a row, pages wait this long before one more try. */
const MOST_LOSSES = 5;
const LOSS_PAUSE_MS = 30_000;
/** By then a try has ended. */
const PROBE_MS = 20_000;
const MISSING_FOR_MS = 60_000;
const MOST_MISSING = 50;

const LOSSES: readonly FailureKind[] = ['provider-down', 'unreachable', 'timeout'];
/** Failures that say nothing about the provider: it was not asked, or not reached for want of a network. */
const SILENT: readonly FailureKind[] = ['no-key', 'bad-id', 'offline'];

/** Failures after which the agent must not go on seeing what was read before. */
const ENDS_READING: readonly string[] = [
  'no-key',
  'key-rejected',
  'forbidden',
  'not-found',
  'bad-id',
  'no-access',
  'locked',
] satisfies readonly (FailureKind | Barrier['kind'])[];

/** Whether a conversation that was read before may no longer be shown: it, or the right to read it, is gone. */
export function endsReading(failure: Failure | Barrier): boolean {
  // The key is there, only out of the browser's reach for now.
  const isUnreadable = 'reason' in failure && failure.reason === 'unreadable-keys';
  return ENDS_READING.includes(failure.kind) && !isUnreadable;
}

/** Whether the provider may be asked now; if not, the failure to answer with instead. */
export function checkStanding(standing: Standing, { id, by, now }: Question): Result<null> {
  const { rejected, limited, losses, missing = [] } = standing;
  // A look-up by hand always asks.
  if (by === 'hand') return succeed(null);
  if (limited?.retryAt !== undefined && now < limited.retryAt) return fail(limited);
  if (rejected) return fail(rejected);
  if (losses && losses.count >= MOST_LOSSES && now < losses.at + LOSS_PAUSE_MS) {
    return fail({ ...losses.last, retryAt: losses.at + LOSS_PAUSE_MS });
  }
  const unknown = missing.find((one) => one.id === id && now < one.until);
  return unknown ? fail(unknown.failure) : succeed(null);
}

/**
 * One try is enough to learn whether a provider that was lost answers again. `begun`: when the try under way began, ms since
 * the epoch. Undefined: this look-up is no such try; failed: another one is under way, and when it will have ended.
 */
export function checkProbe({ losses }: Standing, { by, now }: Question, begun: number | undefined): Result<null> | undefined {
  if (by === 'hand' || losses === undefined || losses.count < MOST_LOSSES) return undefined;
  const isUnderWay = begun !== undefined && now < begun + PROBE_MS;
  return isUnderWay ? fail({ ...losses.last, retryAt: begun + PROBE_MS }) : succeed(null);
}

/** Whether nothing is known yet that would allow several questions at a time, and nothing that forbids the first. */
export function isUnproven(standing: Standing, question: Question): boolean {
  const isCircuit = (standing.losses?.count ?? 0) >= MOST_LOSSES;
  return question.by !== 'hand' && !standing.proven && !isCircuit && checkStanding(standing, question).ok;
}

/** The standing after a look-up of `id` was answered. */
export function noteAnswer(standing: Standing, { id, now }: Pick<Question, 'id' | 'now'>, answer: Result<unknown>): Standing {
  if (answer.ok) return keep({ proven: true, limited: standing.limited, missing: listMissing(standing, id, now) });
  // What it answered may hold a transcript, and is of no use here.
  const { raw, ...failure } = answer.failure;
  if (SILENT.includes(failure.kind)) return standing;
  const { rejected, limited, losses } = standing;
  const missing = listMissing(standing, id, now);
  if (LOSSES.includes(failure.kind)) {
    return keep({ rejected, limited, losses: { count: (losses?.count ?? 0) + 1, last: failure, at: now }, missing });
  }
  // Whatever it said, it answered.
  const heard = { rejected, limited, missing };
  switch (failure.kind) {
    case 'key-rejected':
      return keep({ ...heard, rejected: failure });
    case 'rate-limited':
      return keep({ ...heard, limited: pickLater(limited, failure) });
    case 'not-found':
      // Who takes the key says so, too, by not knowing an id.
      return keep({
        ...heard,
        proven: true,
        missing: [{ id, failure, until: now + MISSING_FOR_MS }, ...missing].slice(0, MOST_MISSING),
      });
    default:
      return keep(heard);
  }
}

function listMissing({ missing = [] }: Standing, id: string, now: number) {
  return missing.filter((one) => one.id !== id && now < one.until);
}

function pickLater(a: Failure | undefined, b: Failure): Failure {
  return (a?.retryAt ?? 0) > (b.retryAt ?? 0) ? (a ?? b) : b;
}

/** Without members that say nothing, so that equal standings are written alike. */
function keep(standing: { readonly [K in keyof Standing]: Standing[K] | undefined }): Standing {
  const said = Object.entries(standing).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(said) as Standing;
}
