import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../domain/message.ts';
import { type Extent, findShift, growExtent, isSameStretch, planChunks } from './plan-chunks.ts';

function say(id: number): Message {
  return { id: `${id}`, role: 'bot', text: `text ${id}`, format: 'plain' };
}

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, index) => say(start + index));

describe('chunks', () => {
  it('first draw little, around where reading starts', () => {
    expect(planChunks(10_000, { origin: 5_000, above: 0, below: 0 })).toEqual([{ key: 0, start: 4_985, end: 5_025 }]);
    expect(planChunks(3, { origin: 2, above: 0, below: 0 })).toEqual([{ key: 0, start: 0, end: 3 }]);
    expect(planChunks(0, { origin: -1, above: 0, below: 0 })).toEqual([]);
  });

  it('grow until every message is drawn once, in order, a little at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.nat(), (count, seed) => {
        let extent: Extent | undefined = { origin: seed % count, above: 0, below: 0 };
        let last = extent;
        let drawn = planChunks(count, last).reduce((sum, chunk) => sum + chunk.end - chunk.start, 0);
        while (extent) {
          last = extent;
          extent = growExtent(count, last);
          const now = planChunks(count, extent ?? last).reduce((sum, chunk) => sum + chunk.end - chunk.start, 0);
          expect(now - drawn).toBeLessThanOrEqual(80);
          drawn = now;
        }
        let next = 0;
        for (const chunk of planChunks(count, last)) {
          expect(chunk.start).toBe(next);
          next = chunk.end;
        }
        expect(next).toBe(count);
      }),
    );
  });

  it('keep their keys when older messages are put above', () => {
    const before = planChunks(100, { origin: 99, above: 1, below: 0 });
    const after = planChunks(400, { origin: 399, above: 1, below: 0 });
    expect(after.map((chunk) => chunk.key)).toEqual(before.map((chunk) => chunk.key));
    expect(after.at(-1)).toEqual({ key: 0, start: 384, end: 400 });
  });
});

describe('findShift', () => {
  it.each([
    [range(0, 10), range(0, 10), 9, 0, 'nothing changed'],
    [range(0, 10), range(0, 14), 9, 0, 'new ones at the end'],
    [range(90, 100), range(0, 100), 5, 90, 'older ones above'],
    [range(90, 100), range(0, 103), 9, 90, 'older ones above and new ones at the end'],
    [range(0, 3), range(50, 60), 2, 0, 'another conversation altogether'],
    [[], range(0, 3), -1, 0, 'first messages of an empty one'],
  ])('%#: %i', (before, after, index, shift) => {
    expect(findShift(before, after, index)).toBe(shift);
  });

  it('is not fooled by ids that are not unique', () => {
    const imported = range(0, 6).map((message) => ({ ...message, id: '0' }));
    expect(findShift(imported.slice(3), imported, 1)).toBe(3);
  });
});

describe('isSameStretch', () => {
  it('goes by what is shown', () => {
    expect(isSameStretch(range(0, 3), range(0, 3))).toBe(true);
    expect(isSameStretch(range(0, 3), range(0, 2))).toBe(false);
    expect(isSameStretch(range(0, 1), [{ ...say(0), text: 'edited' }])).toBe(false);
    expect(isSameStretch(range(0, 1), [{ ...say(0), author: 'Max' }])).toBe(false);
  });
});
