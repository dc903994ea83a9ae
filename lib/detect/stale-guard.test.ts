// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Finding } from './finding.ts';
import { createStaleGuard, type Moment } from './stale-guard.ts';

function findIn(node: Node, id: string): Finding {
  return { id, kind: 'text', label: 'Conversation ID', excerpt: id, node, isQuoted: false };
}

const FIRST: Moment = { now: 5000, ticket: '1', changedAt: 0, movedAt: 10, isKnown: true, isKeyed: false };
const SECOND: Moment = { ...FIRST, now: 6100, ticket: '2', changedAt: 6000, movedAt: 5000 };

describe('the stale guard', () => {
  it('holds back a node that was read under another ticket and has not changed', () => {
    const guard = createStaleGuard();
    const old = [findIn(document.createTextNode('111111'), '111111')];
    expect(guard.filter(old, FIRST)).toEqual({ kept: old, holds: false });
    expect(guard.filter(old, SECOND)).toEqual({ kept: [], holds: true });
    expect(guard.filter(old, { ...SECOND, now: 60_000, movedAt: 50_000 })).toEqual({ kept: [], holds: true });
  });

  it('waits for nothing that stands in no place of the ticket', () => {
    const guard = createStaleGuard();
    const beside: Finding = { ...findIn(document.createTextNode('700001'), '700001'), refusal: 'other-ticket' };
    guard.filter([beside], FIRST);
    expect(guard.filter([beside], SECOND)).toEqual({ kept: [beside], holds: false });
  });

  it('lets a new node and a rewritten one through, with the same id too', () => {
    const guard = createStaleGuard();
    const text = document.createTextNode('111111');
    guard.filter([findIn(text, '111111')], FIRST);
    const fresh = [findIn(document.createTextNode('111111'), '111111')];
    expect(guard.filter(fresh, SECOND).kept).toEqual(fresh);
    text.data = '222222';
    expect(guard.filter([findIn(text, '222222')], SECOND).kept).toHaveLength(1);
  });

  it('lets a ticket that is opened again have what it had before', () => {
    const guard = createStaleGuard();
    const old = [findIn(document.createTextNode('111111'), '111111')];
    guard.filter(old, FIRST);
    guard.filter([], SECOND);
    expect(guard.filter(old, { ...FIRST, now: 9000, changedAt: 8900 }).kept).toEqual(old);
  });

  it('trusts a container that carries the ticket’s own key', () => {
    const guard = createStaleGuard();
    const old = [findIn(document.createTextNode('111111'), '111111')];
    guard.filter(old, FIRST);
    expect(guard.filter(old, { ...SECOND, isKeyed: true }).kept).toEqual(old);
    const around = [{ ...findIn(document.createTextNode('222222'), '222222'), isOutside: true as const }];
    guard.filter(around, { ...FIRST, isKeyed: true });
    expect(guard.filter(around, { ...SECOND, isKeyed: true })).toEqual({ kept: [], holds: true });
  });

  it('gives in on an unknown page after it moved and was quiet for long', () => {
    const guard = createStaleGuard();
    const old = [findIn(document.createTextNode('111111'), '111111')];
    guard.filter(old, { ...FIRST, isKnown: false });
    const later: Moment = { ...SECOND, isKnown: false, now: 14_100 };
    expect(guard.filter(old, later).holds).toBe(true);
    expect(guard.filter(old, { ...later, movedAt: 13_500 }).holds).toBe(true);
    // A desk that is slow shows what it waits with, and then nothing for a while.
    expect(guard.filter(old, { ...later, movedAt: 6500, now: 11_000 }).holds).toBe(true);
    expect(guard.filter(old, { ...later, movedAt: 6500 }).kept).toEqual(old);
  });

  it('knows a page that draws the next ticket before it changes its address', () => {
    const guard = createStaleGuard();
    guard.filter([findIn(document.createTextNode('111111'), '111111')], FIRST);
    const next = [findIn(document.createTextNode('222222'), '222222')];
    guard.filter(next, { ...FIRST, now: 5700 });
    expect(guard.filter(next, SECOND).kept).toEqual(next);
  });

  it('does not take a frame that has only just read itself for such a page', () => {
    const guard = createStaleGuard();
    const place = document.createTextNode('first name');
    const say = (name: string): readonly Finding[] => {
      place.data = name;
      return [{ ...findIn(place, name), label: '', isFrame: true }];
    };
    guard.filter(say('first name'), { ...FIRST, now: 5500 });
    guard.filter(say('second name'), { ...FIRST, now: 5700 });
    expect(guard.filter(say('second name'), SECOND)).toEqual({ kept: [], holds: true });
  });

  it('does not take a ticket left within a second for such a page', () => {
    const guard = createStaleGuard();
    guard.filter([findIn(document.createTextNode('111111'), '111111')], FIRST);
    const second = [findIn(document.createTextNode('222222'), '222222')];
    guard.filter(second, SECOND);
    expect(guard.filter(second, { ...SECOND, ticket: '3', now: 6500, changedAt: 6400 }).kept).toEqual([]);
  });
});
