import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FAILURE_KINDS, type Failure, fail, succeed } from '../domain/result.ts';
import { tellInTime } from './tell-in-time.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => vi.useRealTimers());

describe('what a view is told', () => {
  it.each(FAILURE_KINDS)('of %s: the failure itself within 12 s, a timeout after them', (kind) => {
    const startedAt = performance.now();
    const failure: Failure = { kind, provider: 'maax', status: 418, retryAt: 7, raw: 'x' };
    vi.advanceTimersByTime(11_400);
    expect(tellInTime(fail(failure), startedAt)).toEqual(fail(failure));
    vi.advanceTimersByTime(600);
    const late = { kind: 'timeout', reason: 'late', provider: 'maax', status: 418 };
    expect(tellInTime(fail(failure), startedAt)).toEqual(fail(kind === 'timeout' ? failure : late));
  });

  it('is what was found, however late', () => {
    const startedAt = performance.now();
    vi.advanceTimersByTime(19_000);
    expect(tellInTime(succeed('found'), startedAt)).toEqual(succeed('found'));
  });
});
