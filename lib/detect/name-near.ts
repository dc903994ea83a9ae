import type { ProviderId } from '../domain/ref.ts';
import { findLabels } from './find-labels.ts';
import { nameProvider } from './name-provider.ts';
import { type Block, blockBeside } from './page.ts';

const NEAR = 240;
const BEFORE = 4;
const AFTER = 2;
const SHORT = 80;
const NAME = /maax|social[\s_-]?board/i;

/** A line with an id of its own speaks for itself only. */
function isFree(line: string): boolean {
  return NAME.test(line) && !findLabels(line).some(({ strength }) => strength === 'strong');
}

function listBeside(block: Block, side: 'after' | 'before', count: number): readonly Block[] {
  const list: Block[] = [];
  for (let one = blockBeside(block, side); one && list.length < count; one = blockBeside(one, side)) list.push(one);
  return list;
}

/** The chat system that the lines around a label name: the nearest one before it, else the nearest after. */
export function nameNear(block: Block, at: number): ProviderId | undefined {
  const { text } = block;
  const before = listBeside(block, 'before', BEFORE).map((other) => other.text.slice(-NEAR));
  const after = listBeside(block, 'after', AFTER).map((other) => other.text);
  const own = text.slice(Math.max(0, at - NEAR), at).split(/[\n\r]/);
  const lines = [
    ...[...own.reverse(), ...before],
    ...text.slice(at, at + NEAR).split(/[\n\r]/),
    ...after.filter(({ length }) => length < SHORT),
  ];
  const named = lines.find(isFree);
  return named === undefined ? undefined : nameProvider(named);
}
