import type { Message } from '../domain/message.ts';

/** How far a transcript has been drawn: whole chunks on either side of where reading starts. */
export interface Extent {
  /** Index of the message that reading starts at. */
  readonly origin: number;
  readonly above: number;
  readonly below: number;
}

/** Messages drawn as one piece. `key` stays the same when older messages are put above. */
export interface Chunk {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

/** The first piece fills a tall screen; the others are drawn while idle, each well under 50 ms. */
const FIRST_BEFORE = 15;
const FIRST_AFTER = 25;
const CHUNK = 80;

function getBounds(key: number, origin: number): [start: number, end: number] {
  if (key === 0) {
    return [origin - FIRST_BEFORE, origin + FIRST_AFTER];
  }
  return key > 0
    ? [origin + FIRST_AFTER + (key - 1) * CHUNK, origin + FIRST_AFTER + key * CHUNK]
    : [origin - FIRST_BEFORE + key * CHUNK, origin - FIRST_BEFORE + (key + 1) * CHUNK];
}

/** The pieces to draw, in order, for a transcript of `count` messages. */
export function planChunks(count: number, { origin, above, below }: Extent): Chunk[] {
  const chunks: Chunk[] = [];
  for (let key = 0 - above; key <= below; key++) {
    const [start, end] = getBounds(key, origin);
    const chunk = { key, start: Math.max(0, start), end: Math.min(count, end) };
    if (chunk.start < chunk.end) {
      chunks.push(chunk);
    }
  }
  return chunks;
}

/** One chunk more, below first as that is the way one reads; `undefined` when all are in. */
export function growExtent(count: number, extent: Extent): Extent | undefined {
  const { origin, above, below } = extent;
  const isRoomAbove = getBounds(-above, origin)[0] > 0;
  const isRoomBelow = getBounds(below, origin)[1] < count;
  if (isRoomBelow && (below <= above || !isRoomAbove)) {
    return { ...extent, below: below + 1 };
  }
  return isRoomAbove ? { ...extent, above: above + 1 } : undefined;
}

function isSameMessage(a: Message | undefined, b: Message | undefined): boolean {
  return a?.id === b?.id && a?.time === b?.time && a?.role === b?.role && a?.text === b?.text;
}

/** By how many places the messages moved down when others were put above them; 0 where that cannot be told. */
export function findShift(before: readonly Message[], after: readonly Message[], index: number): number {
  const wanted = before[index];
  if (wanted === undefined || isSameMessage(wanted, after[index])) {
    return 0;
  }
  // Mostly the first answer was the end of the conversation.
  const byEnd = after.length - before.length;
  if (isSameMessage(wanted, after[index + byEnd])) {
    return byEnd;
  }
  const found = after.findIndex((message) => isSameMessage(wanted, message));
  return found < 0 ? 0 : found - index;
}

/** Whether a part of a transcript is drawn alike from both. Answers that crossed the message channel share no objects. */
export function isSameStretch(a: readonly Message[], b: readonly Message[]): boolean {
  return (
    a.length === b.length &&
    a.every((message, index) => {
      const other = b[index];
      return (
        message === other || (isSameMessage(message, other) && message.author === other?.author && message.format === other?.format)
      );
    })
  );
}
