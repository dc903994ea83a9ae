import { type Failure, fail, type Result } from '../domain/result.ts';

/** The contract's 12 s, less the way to the screen. */
const LATEST_FAILURE_MS = 11_500;

/**
 * What a view is told of a failed look-up that began at `startedAt` (`performance.now()`).
 *
 * The contract: a failure other than `timeout` is on screen within 12 s. A slow provider may still answer until 20 s have
 * passed, so nothing is given up before; but a failure that is known only after those 12 s is a `timeout` (reason `late`): the
 * provider did not answer in time, and what it said at last stands in `status`. What the provider itself has said is remembered
 * as it was (a refused key is a refused key), so the next look-up that a page triggers names it at once.
 * The clock runs from the look-up's begin, its wait for a turn included.
 */
export function tellInTime<T>(answer: Result<T>, startedAt: number): Result<T> {
  if (answer.ok || answer.failure.kind === 'timeout' || performance.now() - startedAt <= LATEST_FAILURE_MS) return answer;
  const { provider, status } = answer.failure;
  return fail<Failure>({
    kind: 'timeout',
    reason: 'late',
    ...(provider === undefined ? {} : { provider }),
    ...(status === undefined ? {} : { status }),
  });
}
