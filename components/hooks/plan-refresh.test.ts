import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../lib/domain/conversation.ts';
import { planAfterAnswer, planAfterFailure, planFirst, type RefreshPlan } from './plan-refresh.ts';

const NOW = 1_000_000;
const NEVER = Number.POSITIVE_INFINITY;

function read(ago: number, state?: 'open' | 'closed'): Conversation {
  const ref = { provider: 'socialboards', id: '1' } as const;
  return { ref, messages: [], gaps: [], facts: state ? { state } : {}, complete: true, fetchedAt: NOW - ago };
}

const plan = (pause: number): RefreshPlan => ({ pause, dueAt: NOW });

describe('the next refresh', () => {
  it.each([
    ['a fresh answer', read(0, 'open'), NOW + 5_000],
    ['an answer of a provider that tells no state', read(0), NOW + 5_000],
    ['an older copy: at once', read(60_000, 'open'), NOW - 55_000],
    ['a fresh answer of a closed conversation: never', read(0, 'closed'), NEVER],
    ['an older copy of a closed one: once, it may have been opened again', read(60_000, 'closed'), NOW - 55_000],
  ])('after %s', (_what, conversation, dueAt) => {
    expect(planFirst(conversation, NOW)).toEqual({ pause: 5_000, dueAt });
  });

  it('comes ever less often where nothing comes', () => {
    const pauses = [];
    for (let last = plan(5_000), step = 0; step < 6; step++) {
      last = planAfterAnswer(last, { fetchedAt: NOW, isNew: false, state: 'open' }, NOW);
      pauses.push(last.pause);
    }
    expect(pauses).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
  });

  it('comes soon again where something came', () => {
    const after = planAfterAnswer(plan(60_000), { fetchedAt: NOW, isNew: true, state: 'open' }, NOW);
    expect(after).toEqual({ pause: 5_000, dueAt: NOW + 5_000 });
  });

  it('counts from the answer that another view was given', () => {
    const after = planAfterAnswer(plan(10_000), { fetchedAt: NOW - 3_000, isNew: false, state: 'open' }, NOW);
    expect(after).toEqual({ pause: 20_000, dueAt: NOW + 17_000 });
  });

  it('is not at once where nobody was asked', () => {
    const after = planAfterAnswer(plan(10_000), { fetchedAt: NOW - 500_000, isNew: false, state: 'open' }, NOW);
    expect(after).toEqual({ pause: 20_000, dueAt: NOW + 20_000 });
  });

  it('never comes when the conversation was closed', () => {
    expect(planAfterAnswer(plan(5_000), { fetchedAt: NOW, isNew: true, state: 'closed' }, NOW).dueAt).toBe(NEVER);
  });

  it('comes a few times more where the conversation was closed and has holes', () => {
    const dues = [];
    for (let last = plan(5_000), step = 0; step < 5; step++) {
      last = planAfterAnswer(last, { fetchedAt: NOW, isNew: false, state: 'closed', hasHoles: true }, NOW);
      dues.push(last.dueAt - NOW);
    }
    expect(dues).toEqual([10_000, 20_000, 40_000, 60_000, NEVER]);
  });

  it.each([
    [undefined, NOW + 20_000],
    [NOW + 1_000, NOW + 20_000],
    [NOW + 90_000, NOW + 90_000],
  ])('waits after a failure that names %s', (retryAt, dueAt) => {
    expect(planAfterFailure(plan(10_000), retryAt, NOW)).toEqual({ pause: 20_000, dueAt });
  });
});
