import { describe, expect, it } from 'vitest';
import { createFloodGuard } from './flood-guard.ts';

/** Verdicts on messages of a tab, one every `everyMs`. */
function say(guard: ReturnType<typeof createFloodGuard>, count: number, everyMs: number, from = 0, tab = 1) {
  return Array.from({ length: count }, (_, index) => guard(tab, from + index * everyMs));
}

describe('the flood guard', () => {
  it('hears a tab that switches tickets fifteen times a second, for as long as it does', () => {
    expect(new Set(say(createFloodGuard(), 3_000, 20))).toEqual(new Set(['hear']));
  });

  it('mutes a tab that says a thousand things a second, once, and drops the rest', () => {
    const verdicts = say(createFloodGuard(), 10_000, 1);
    expect(verdicts.filter((verdict) => verdict === 'hear').length).toBe(100);
    expect(verdicts.filter((verdict) => verdict === 'mute').length).toBe(1);
  });

  it('hears it again when it has been quiet for two seconds, not before', () => {
    const guard = createFloodGuard();
    say(guard, 1_000, 1);
    expect(guard(1, 2_500)).toBe('drop');
    expect(guard(1, 4_400)).toBe('drop');
    expect(guard(1, 6_401)).toBe('hear');
  });

  it('goes on hearing other tabs', () => {
    const guard = createFloodGuard();
    say(guard, 1_000, 1);
    expect(guard(2, 1_000)).toBe('hear');
  });

  it('forgets tabs that have been quiet', () => {
    const guard = createFloodGuard();
    for (let tab = 0; tab < 5_000; tab += 1) expect(guard(tab, tab * 100)).toBe('hear');
  });
});
