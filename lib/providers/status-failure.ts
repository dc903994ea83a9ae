import type { ProviderId } from '../domain/ref.ts';
import type { Failure, FailureKind } from '../domain/result.ts';
import { parseRetryAfter } from './retry-after.ts';

/** The contract's meaning of each status of a conversation call. */
const KINDS: Readonly<Record<number, FailureKind>> = {
  400: 'bad-id',
  401: 'key-rejected',
  403: 'forbidden',
  404: 'not-found',
  429: 'rate-limited',
};

/** The failure that a status means whatever the body says; undefined: the body decides. `now`: ms since the epoch. */
export function readStatusFailure(response: Response, provider: ProviderId, now: number): Failure | undefined {
  const { status } = response;
  const kind = status >= 500 ? 'provider-down' : KINDS[status];
  if (kind === undefined) {
    return undefined;
  }
  const failure: Failure = { kind, provider, status };
  return kind === 'rate-limited' ? { ...failure, retryAt: parseRetryAfter(response.headers.get('retry-after'), now) } : failure;
}
