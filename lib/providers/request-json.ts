import type { Secrets } from '../domain/provider-settings.ts';
import type { ProviderId } from '../domain/ref.ts';
import { type Failure, fail, type Result } from '../domain/result.ts';
import { type Answer, type Ask, exchange } from './exchange.ts';
import { parseJson } from './parse-json.ts';
import { showAnswer } from './show-answer.ts';

/** What the requests of one look-up share. */
export interface Line {
  readonly provider: ProviderId;
  /** Id of the conversation that is asked for; absent: none is. */
  readonly asked?: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly secrets: Secrets;
  /** When the look-up began, on `performance.now()`'s clock: its deadlines count from here, whatever it takes on the way. */
  readonly startedAt: number;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** All requests of a look-up together; below the 30 s after which Chrome ends a worker's fetch. */
export const LOOK_UP_DEADLINE_MS = 20_000;
/**
 * A failure other than `timeout` is on screen within 12 s: what a repetition has not answered by now is given up. A first
 * attempt may take its 20 s: it may still succeed. Where it fails late, `tellInTime` says what the agent is told.
 */
const LAST_REPETITION_MS = 10_500;
/** Mean pauses before the repetitions. ky repeats only until the headers have come and knows neither cap nor redirect rule. */
const PAUSES_MS = [400, 1_200];

const REPEATED: readonly Failure['kind'][] = ['unreachable', 'provider-down'];

/** The line of a look-up of `asked`. Without `startedAt` its clock starts now. */
export function openLine(
  provider: ProviderId,
  access: Omit<Line, 'provider' | 'asked' | 'startedAt'> & Partial<Pick<Line, 'startedAt'>>,
  asked?: string,
): Line {
  const { fetch, now, secrets, startedAt = performance.now(), signal } = access;
  return {
    ...{ provider, fetch, now, secrets, startedAt },
    ...(asked === undefined ? {} : { asked }),
    ...(signal ? { signal } : {}),
  };
}

/**
 * Asks a provider and parses its JSON. `unreachable` (redirects apart) and `provider-down` are asked again, twice at most.
 * Fails with the kind that the status or the loss means; what is no JSON is `unexpected-answer` with the text as `raw`,
 * if that does not look like another conversation's.
 */
export async function requestJson(ask: Ask, line: Line): Promise<Result<unknown>> {
  let answer = await attempt(ask, line, LOOK_UP_DEADLINE_MS);
  for (const mean of PAUSES_MS) {
    const pause = mean * (0.5 + Math.random());
    if (answer.ok || !isRepeated(answer.failure) || line.signal?.aborted || pause >= leftUntil(LAST_REPETITION_MS, line)) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    const next = await attempt(ask, line, LAST_REPETITION_MS);
    if (!next.ok && next.failure.kind === 'timeout') {
      break;
    }
    answer = next;
  }
  return answer;
}

async function attempt(ask: Ask, line: Line, limitMs: number): Promise<Result<unknown>> {
  const answer = await exchange(ask, line, leftUntil(limitMs, line));
  return answer.ok ? readAnswer(answer.value, line) : answer;
}

function leftUntil(limitMs: number, line: Line): number {
  return Math.max(0, line.startedAt + limitMs - performance.now());
}

function isRepeated(failure: Failure): boolean {
  return REPEATED.includes(failure.kind) && failure.reason !== 'redirect';
}

function readAnswer({ status, bytes }: Answer, line: Line): Result<unknown> {
  const parsed = decode(bytes);
  if (status >= 200 && status < 300 && parsed.ok) {
    return parsed;
  }
  const { provider } = line;
  const reason = parsed.ok ? 'wrong-shape' : nameText(parsed.failure);
  const shown = showAnswer(parsed.ok ? parsed.value : parsed.failure, line);
  return fail<Failure>({ kind: 'unexpected-answer', provider, status, reason, ...shown });
}

function nameText(text: string): 'web-page' | 'not-json' {
  return /^\s*</.test(text) ? 'web-page' : 'not-json';
}

/** A byte order mark is dropped; what is no UTF-8 is no JSON, and shown as well as can be. */
function decode(bytes: Uint8Array): Result<unknown, string> {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail(new TextDecoder().decode(bytes));
  }
}
