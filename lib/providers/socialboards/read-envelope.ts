import { type Failure, type FailureKind, fail, type Result, succeed } from '../../domain/result.ts';
import type { Line } from '../request-json.ts';
import { parseRetryAfter } from '../retry-after.ts';
import { showAnswer } from '../show-answer.ts';
import type { z } from '../zod.ts';
import { WIRE } from './wire.ts';

/** Error texts whose meaning is clear; the page that lists the codes is not public. */
const MEANINGS: readonly (readonly [RegExp, FailureKind])[] = [
  [/not[ _-]?found|does(?: not|n't) exist|no such/i, 'not-found'],
  [
    /unauthori[sz]ed|unauthenticated|(?:invalid|expired|missing) (?:access )?token|token (?:is |has )?(?:invalid|expired)/i,
    'key-rejected',
  ],
  [/forbidden|access (?:is )?denied|not allowed|no permission/i, 'forbidden'],
  [/too many requests|rate limit|throttl/i, 'rate-limited'],
];

/**
 * Takes `data` out of SocialBoards' envelope and reads it. An `errorCode` other than -1 is a failure whatever the status was:
 * the kind its text means, else `unexpected-answer`. A missing code is let pass where the data fits.
 */
export function readEnvelope<T>(answer: unknown, schema: z.ZodType<T>, line: Line): Result<T> {
  const envelope = WIRE.envelope.safeParse(answer);
  if (envelope.success && Number(envelope.data.errorCode ?? -1) !== -1) {
    return fail(nameError(envelope.data.errorText ?? '', answer, line));
  }
  const data = schema.safeParse(envelope.data?.data);
  if (envelope.success && data.success) {
    return succeed(data.data);
  }
  const { provider } = line;
  return fail<Failure>({ kind: 'unexpected-answer', provider, reason: 'wrong-shape', ...showAnswer(answer, line) });
}

function nameError(text: string, answer: unknown, line: Line): Failure {
  const { provider, now } = line;
  const reason = 'error-envelope';
  const kind = MEANINGS.find(([pattern]) => pattern.test(text))?.[1];
  if (kind === undefined) {
    return { kind: 'unexpected-answer', provider, reason, ...showAnswer(answer, line) };
  }
  return { kind, provider, reason, ...(kind === 'rate-limited' ? { retryAt: parseRetryAfter(null, now()) } : {}) };
}
