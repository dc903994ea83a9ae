import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../domain/message.ts';
import { beginExtent, type Extent, findShift, growExtent, isSameStretch, planChunks } from './plan-chunks.ts';

function say(id: number): Message {
  return { id: `${id}`, role: 'bot', text: `text ${id}`, format: 'plain' };
}

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, index) => say(start + index));

describe('chunks', () => {
  it.each([
    [10_000, 5_000, { start: 4_992, end: 5_012 }, 'some above, most below'],
    [10_000, 3, { start: 0, end: 20 }, 'a screenful where little is above'],
    [10_000, 9_999, { start: 9_980, end: 10_000 }, 'a screenful where nothing is below'],
    [10_000, 9_990, { start: 9_980, end: 10_000 }, 'a screenful where little is below'],
    [41, 30, { start: 21, end: 41 }, 'a screenful of the shortest long one'],
    [40, 30, { start: 0, end: 40 }, 'all of a short one'],
    [24, 0, { start: 0, end: 24 }, 'all of it from its start'],
    [3, 2, { start: 0, end: 3 }, 'all there is'],
  ])('first draw a screenful around where reading starts: of %i from %i', (count, origin, bounds) => {
    expect(planChunks(count, beginExtent(count, origin, 20))).toEqual([{ key: 0, ...bounds }]);
  });

  it('are none where nothing was said', () => {
    expect(planChunks(0, beginExtent(0, -1, 20))).toEqual([]);
  });

  it.each([
    [40, 15, 40, 'all of a short one'],
    [104, 99, 104, 'what came in at the end'],
  ])('draw as one piece with what is in sight, of %i from %i: %#', (count, origin, end) => {
    const extent = growExtent(count, beginExtent(100, origin, 20));
    expect(planChunks(count, extent as Extent)).toEqual([{ key: 0, start: origin === 99 ? 80 : 0, end }]);
  });

  it('grow until every message is drawn once, in order, a little at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.nat(), fc.integer({ min: 1, max: 60 }), (count, seed, screenful) => {
        let extent: Extent | undefined = beginExtent(count, seed % count, screenful);
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
    const extent = { ...beginExtent(100, 99, 16), above: 1 };
    const before = planChunks(100, extent);
    const after = planChunks(400, { ...extent, origin: 399 });
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
