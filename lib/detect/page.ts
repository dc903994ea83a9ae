/** A form control that shows a value. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A run of visible text without a block boundary in it; `nodes[i]` is what is read from `starts[i]` on. */
export interface Block {
  readonly text: string;
  readonly starts: readonly number[];
  readonly nodes: readonly (Text | Control)[];
}

/** What a reader sees of the open ticket, in document order. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly links: readonly HTMLAnchorElement[];
  /** Elements that an attribute names. */
  readonly named: readonly Element[];
  /** Every visible control, filled or empty: a script can fill one without the browser telling. */
  readonly controls: readonly Control[];
  /** Documents and open shadow roots that were read, for watching. */
  readonly roots: readonly Node[];
  /** The ticket was longer than what is read of it. */
  readonly isCut: boolean;
}

/** The node that holds the character at `offset`. */
export function nodeAt(block: Block, offset: number): Text | Control {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return block.nodes[low] as Text | Control;
}

/** The element that draws `node`: itself, or its parent. */
export function elementOf(node: Text | Control): Element | null {
  return node.nodeType === 1 ? (node as Control) : node.parentElement;
}
