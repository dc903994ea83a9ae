/** A form control that shows a value. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * A run of visible text without a block boundary in it; `nodes[i]` is what is read from `starts[i]` on: a text, a control, or an
 * element with nothing in it. An empty block is a place that was left empty: no label's value is beyond it.
 */
export interface Block {
  readonly text: string;
  readonly starts: readonly number[];
  readonly nodes: readonly Node[];
  /** Present: this stands for a part of the page that speaks of no conversation, unread until a label beside it asks for it. */
  readonly read?: () => readonly Block[];
  /** The blocks around it. */
  before?: Block | undefined;
  after?: Block | undefined;
}

/** What a reader sees of the open ticket, in document order. */
export interface Page {
  /** Before the first of the blocks, each of which knows the next. Nothing itself. */
  readonly start: Block;
  readonly links: readonly HTMLAnchorElement[];
  /** Elements that an attribute names. */
  readonly named: readonly Element[];
  /** Every visible control, filled or empty: a script can fill one without the browser telling. */
  readonly controls: readonly Control[];
  /** Documents and open shadow roots that were read, for watching. */
  readonly roots: readonly Node[];
  /** Custom elements with nothing in them yet: no browser tells when one gets a shadow root. */
  readonly hollow: readonly Element[];
  /** Every visible frame with what was read of it; null: it was still coming in, or is another site's. */
  readonly frames: readonly (readonly [Element, Document | null])[];
}

/** Puts blocks in a row, in the place between two others; what comes first then. */
export function linkBlocks(blocks: readonly Block[], before?: Block, after?: Block): Block | undefined {
  let last = before;
  for (const block of [...blocks, after]) {
    if (block) block.before = last;
    if (last) last.after = block;
    last = block;
  }
  return blocks[0] ?? after;
}

/** Reads a part that was left unread, in its place; what stands there then. */
function unfold({ read, before, after }: Block): Block | undefined {
  return read && linkBlocks(read(), before, after);
}

/** The block after, or before, another one. */
export function blockBeside(block: Block, side: 'after' | 'before'): Block | undefined {
  while (block[side]?.read) unfold(block[side]);
  return block[side];
}

/** The block at a place, read if it was not. */
export function readBlock(block: Block | undefined): Block | undefined {
  let one = block;
  while (one?.read) one = unfold(one);
  return one;
}

/** The blocks that begin in `element`. */
export function* blocksIn({ start }: Page, element: Element): Generator<Block> {
  for (let block = start.after; block; block = block.after) {
    while (block?.read && mayShare(block.nodes[0] as Element, element)) block = unfold(block);
    if (block && !block.read && isWithin(block.nodes[0] as Node, element)) yield block;
    if (!block) return;
  }
}

function mayShare(one: Element, other: Element): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

/** The node that holds the character at `offset`. */
export function nodeAt(block: Block, offset: number): Node {
  const after = block.starts.findIndex((start) => start > offset);
  return block.nodes.at(after < 0 ? -1 : Math.max(after - 1, 0)) as Node;
}

/** Whether `node` still stands in its document. In Firefox, nodes of a frame that is gone cannot even be asked. */
export function isAlive(node: Node): boolean {
  try {
    return node.isConnected;
  } catch {
    return false;
  }
}

/** The element around `node`, out of a shadow root too. */
export function parentOf(node: Node): Element | null {
  return node.parentElement ?? ((node.parentNode as Partial<ShadowRoot> | null)?.host || null);
}

/** The element that draws `node`: itself, or the one around it. */
export function elementOf(node: Node): Element | null {
  return node.nodeType === 1 ? (node as Element) : parentOf(node);
}

/** Whether `node` stands in `element`, through shadow roots. */
export function isWithin(node: Node, element: Element): boolean {
  for (let one: Node | null = node; one; one = parentOf(one)) if (one === element || element.contains(one)) return true;
  return false;
}

/** `Node.DOCUMENT_POSITION_FOLLOWING`. */
const FOLLOWS = 4;

/** Whether `node` comes before `other` in their document. */
export function precedes(node: Node, other: Node): boolean {
  return (node.compareDocumentPosition(other) & FOLLOWS) !== 0;
}
