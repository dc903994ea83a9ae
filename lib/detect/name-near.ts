import type { ProviderId } from '../domain/ref.ts';
import { findLabels } from './find-labels.ts';
import { nameProvider } from './name-provider.ts';
import type { Block } from './page.ts';

const NEAR = 240;
const BEFORE = 4;
const AFTER = 2;
const SHORT = 80;
const NAME = /maax|social[\s_-]?board/i;

/** A line with an id of its own speaks for itself only. */
function isFree(line: string): boolean {
  return NAME.test(line) && !findLabels(line).some(({ strength }) => strength === 'strong');
}

/** The chat system that the lines around a label name: the nearest one before it, else the nearest after. */
export function nameNear(blocks: readonly Block[], index: number, at: number): ProviderId | undefined {
  const text = blocks[index]?.text ?? '';
  const before = blocks.slice(Math.max(0, index - BEFORE), index).map((block) => block.text.slice(-NEAR));
  const after = blocks.slice(index + 1, index + 1 + AFTER).map((block) => block.text);
  const own = text.slice(Math.max(0, at - NEAR), at).split(/[\n\r]/);
  const lines = [
    ...[...before, ...own].reverse(),
    ...text.slice(at, at + NEAR).split(/[\n\r]/),
    ...after.filter(({ length }) => length < SHORT),
  ];
  const named = lines.find(isFree);
  return named === undefined ? undefined : nameProvider(named);
}
