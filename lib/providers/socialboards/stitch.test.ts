import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../domain/message.ts';
import { stitch } from './stitch.ts';

const START = Date.UTC(2026, 0, 1);

function say(position: number, id = String(position)): Message {
  return { id, role: 'customer', text: `no. ${position}`, time: new Date(START + position * 1000).toISOString(), format: 'plain' };
}

/** Messages `from` up to, not including, `to`. */
function part(from: number, to: number, short = 0): { messages: readonly Message[]; short: number } {
  return { messages: Array.from({ length: to - from }, (_, index) => say(from + index)), short };
}

describe('stitch', () => {
  it('joins parts that touch or overlap', () => {
    expect(stitch([part(0, 100), part(90, 200), part(150, 250)], 250)).toEqual({ messages: part(0, 250).messages, gaps: [] });
  });

  it('shows what a short part lacks where it lacks it', () => {
    const { messages, gaps } = stitch([part(0, 100), part(100, 140, 10), part(150, 250)], 250);
    expect(messages).toHaveLength(240);
    expect(gaps).toEqual([{ before: 140, missing: 10 }]);
  });

  it('shows a part that could not be had at all', () => {
    const { gaps } = stitch([part(0, 100), part(0, 0, 100), part(0, 0, 50), part(250, 350)], 350);
    expect(gaps).toEqual([{ before: 100, missing: 150 }]);
  });

  it('shows what nothing explains before the first message', () => {
    expect(stitch([part(10, 100), part(90, 250)], 250).gaps).toEqual([{ before: 0, missing: 10 }]);
    expect(stitch([part(10, 100), part(100, 190, 10), part(200, 250)], 250).gaps).toEqual([
      { before: 0, missing: 10 },
      { before: 180, missing: 10 },
    ]);
  });

  it('shows no gap where messages have come since the total was given, or none was', () => {
    expect(stitch([part(0, 100), part(50, 151)], 150).gaps).toEqual([]);
    expect(stitch([part(0, 100, 7), part(100, 200)]).gaps).toEqual([]);
  });

  it('keeps several messages with the id 0', () => {
    const imported = { messages: [say(0, '0'), say(1, '0'), say(2, '0'), say(3, '7')], short: 0 };
    expect(stitch([imported, { messages: [say(2, '0'), say(3, '7'), say(4, '8')], short: 0 }], 5)).toEqual({
      messages: [say(0, '0'), say(1, '0'), say(2, '0'), say(3, '7'), say(4, '8')],
      gaps: [],
    });
  });

  it('has every message that was had once, oldest first, and counts the others', () => {
    const cut = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => part(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 6 }), (parts) => {
        const { messages, gaps } = stitch(
          parts.toSorted((a, b) => Number(a.messages[0]?.id ?? 0) - Number(b.messages[0]?.id ?? 0)),
          60,
        );
        const positions = [...new Set(parts.flatMap(({ messages: had }) => had.map(({ id }) => Number(id))))].toSorted(
          (a, b) => a - b,
        );
        expect(messages.map(({ id }) => Number(id))).toEqual(positions);
        expect(gaps.reduce((sum, { missing }) => sum + missing, 0)).toBe(60 - positions.length);
      }),
    );
  });
});
