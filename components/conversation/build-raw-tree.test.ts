import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRawTree, type RawNode } from './build-raw-tree.ts';

function* walk(node: RawNode, depth = 0): Generator<[RawNode, number]> {
  yield [node, depth];
  for (const child of node.children ?? []) {
    yield* walk(child, depth + 1);
  }
}

describe('buildRawTree', () => {
  it('holds strings only, however the answer looks', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const [node] of walk(buildRawTree(value))) {
          expect(typeof node.text).toBe('string');
          expect(node.name === undefined || typeof node.name === 'string').toBe(true);
        }
      }),
    );
  });

  it('stays small', () => {
    const wide = [...walk(buildRawTree(Array.from({ length: 50_000 }, (_, index) => index)))];
    expect(wide.length).toBeLessThan(2_100);
    let deep: unknown = 'end';
    for (let level = 0; level < 500; level++) {
      deep = [deep];
    }
    expect(Math.max(...[...walk(buildRawTree(deep))].map(([, depth]) => depth))).toBeLessThanOrEqual(12);
    expect(buildRawTree('x'.repeat(100_000)).text.length).toBeLessThan(3_000);
  });
});
