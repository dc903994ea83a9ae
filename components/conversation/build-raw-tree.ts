/** One line of a provider's answer, ready to be drawn as text. */
export interface RawNode {
  readonly name?: string;
  readonly type: 'string' | 'number' | 'boolean' | 'null' | 'branch' | 'cut';
  readonly text: string;
  readonly children?: readonly RawNode[];
}

const MOST_NODES = 2_000;
const MOST_DEPTH = 12;
const MOST_SIGNS = 2_000;

function cutText(text: string): string {
  return text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS)}…` : text;
}

function describeLeaf(value: unknown): Pick<RawNode, 'type' | 'text'> {
  switch (typeof value) {
    case 'string':
      return { type: 'string', text: cutText(value) };
    case 'number':
    case 'bigint':
      return { type: 'number', text: String(value) };
    case 'boolean':
      return { type: 'boolean', text: String(value) };
    default:
      return { type: 'null', text: 'null' };
  }
}

/** Reads any parsed JSON (or a text) as a bounded tree of strings: nothing of the answer reaches the renderer as an object. */
export function buildRawTree(value: unknown): RawNode {
  let left = MOST_NODES;
  const build = (item: unknown, depth: number, name?: string): RawNode => {
    left--;
    const named = name === undefined ? {} : { name: cutText(name) };
    if (typeof item !== 'object' || item === null) {
      return { ...named, ...describeLeaf(item) };
    }
    const entries = Object.entries(item);
    const size = Array.isArray(item) ? `[${entries.length}]` : `{${entries.length}}`;
    if (depth >= MOST_DEPTH) {
      return { ...named, type: 'cut', text: `${size} …` };
    }
    const children: RawNode[] = [];
    for (const [key, child] of entries) {
      if (left <= 0) {
        children.push({ type: 'cut', text: '…' });
        break;
      }
      children.push(build(child, depth + 1, key));
    }
    return { ...named, type: 'branch', text: size, children };
  };
  return build(value, 0);
}
