import type { HOLLOW, SEAM } from './normalise-text.ts';
import type { Block } from './page.ts';

/** A block that grows beyond this is cut at the next node, so that no pattern ever runs over a long text at once. */
const LONG = 32_768;

/** Collects visible text into blocks. */
export interface BlockBuilder {
  readonly blocks: Block[];
  /** Characters taken in so far. */
  length: number;
  addText(text: string, node: Node): void;
  /** A boundary inside a line. */
  addMark(mark: typeof SEAM | typeof HOLLOW | '\n'): void;
  /** A boundary between blocks. */
  endBlock(): void;
  /** A place without anything in it. */
  addEmpty(place: Element): void;
  /** A part that is read when it is asked for. */
  addUnread(part: Element, read: () => readonly Block[]): void;
}

/** Makes an empty collection of blocks. */
export function createBlockBuilder(): BlockBuilder {
  let parts: string[] = [];
  let size = 0;
  let starts: number[] = [];
  let nodes: Node[] = [];
  const builder: BlockBuilder = {
    blocks: [],
    length: 0,
    addText(text, node) {
      if (size === 0 && text.trim() === '') return;
      if (size > LONG) {
        // The mark of a cut text: digits before it are not taken for a whole number.
        parts.push('…');
        builder.endBlock();
      }
      starts.push(size);
      nodes.push(node);
      parts.push(text);
      size += text.length;
      builder.length += text.length;
    },
    addMark(mark) {
      if (size === 0) return;
      parts.push(mark);
      size += 1;
    },
    endBlock() {
      if (size === 0) return;
      builder.blocks.push({ text: parts.join(''), starts, nodes });
      [parts, size, starts, nodes] = [[], 0, [], []];
    },
    addEmpty(place) {
      builder.blocks.push({ text: '', starts: [0], nodes: [place] });
    },
    addUnread(part, read) {
      builder.endBlock();
      builder.blocks.push({ text: '', starts: [0], nodes: [part], read });
    },
  };
  return builder;
}
