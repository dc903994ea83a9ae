import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundAnswer } from './bound-answer.ts';

function countValues(value: unknown): number {
  const inner = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return inner.reduce<number>((sum, one) => sum + countValues(one), 1);
}

describe('boundAnswer', () => {
  it('leaves a small answer as it is', () => {
    const answer = { incoming_message_id: 7, list: [null, true, 'x', { a: [] }] };
    expect(boundAnswer(answer)).toEqual(answer);
  });

  it('cuts long texts, long lists and deep trees, and says so', () => {
    expect(boundAnswer('x'.repeat(5_000))).toBe(`${'x'.repeat(4_000)}…`);
    const list = boundAnswer(Array.from({ length: 9_000 }, (_, index) => index)) as unknown[];
    expect(list).toHaveLength(5_000);
    expect(list.at(-1)).toBe('…');
    const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => [inner], 'x');
    expect(JSON.stringify(boundAnswer(deep))).toBe(`${'['.repeat(12)}"…"${']'.repeat(12)}`);
  });

  it('shows no secret that a server echoes', () => {
    const echo = { headers: { '2hd-api-key': 'secret-1', list: ['Bearer secret-2'] }, 'secret-1': 1 };
    const shown = JSON.stringify(boundAnswer(echo, { apiKey: 'secret-1', accessToken: 'secret-2' }));
    expect(shown).not.toContain('secret-');
  });

  it.each([
    [{ author: { customIdentifier: '01019912345', name: 'John' } }],
    [{ Author: { CustomIdentifier: { number: '01019912345' } } }],
    ['{"data":{"author":{"customIdentifier": "01019912345","name'],
    ['{"data":{"author":{"customIdentifier":"010199\\"12345'],
    ['{"customIdentifier":01019912345,"x":1}'],
  ])('shows no identifier that may be a social security number: %j', (answer) => {
    const shown = JSON.stringify(boundAnswer(answer));
    expect(shown).not.toMatch(/0101|12345/);
    expect(shown.toLowerCase()).toContain('customidentifier');
  });

  it('is bounded, and pollutes nothing, for any answer', () => {
    const json = fc.jsonValue({ maxDepth: 20 });
    fc.assert(
      fc.property(
        fc.oneof(json, fc.constant(JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"x":1}}}'))),
        (value) => {
          const bounded = boundAnswer(value);
          expect(countValues(bounded)).toBeLessThanOrEqual(5_100);
          expect(({} as Record<string, unknown>).polluted).toBeUndefined();
        },
      ),
    );
  });
});
