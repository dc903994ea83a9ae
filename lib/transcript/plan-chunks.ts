import type { Message } from '../domain/message.ts';

/** How far a transcript has been drawn: a first piece where reading starts, and whole chunks on either side of it. */
export interface Extent {
  /** Index of the message that reading starts at. */
  readonly origin: number;
  /** Messages of the first piece before the origin, and from it on. */
  readonly before: number;
  readonly after: number;
  readonly above: number;
  readonly below: number;
}

/** Messages drawn as one piece. `key` stays the same when older messages are put above. */
export interface Chunk {
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

/** Drawn while idle, each well under 50 ms. */
const CHUNK = 80;
/** How much of a screen stands above where reading starts, or a little more. */
const SHARE_ABOVE = 0.4;
/** What the first piece grows to next: what comes in at the end of what is in sight belongs to it. */
const FIRST = { before: 15, after: 25 };
/** No more than this is no long transcript: it is there at once, all of it. */
const SHORT = FIRST.before + FIRST.after;

/** The first piece of a transcript of `count` messages: a short one whole, else so many as fill a screen, around where reading starts. */
export function beginExtent(count: number, origin: number, screenful: number): Extent {
  // With room for what comes in next.
  if (count <= SHORT) return { origin, before: SHORT, after: SHORT, above: 0, below: 0 };
  const left = count - origin;
  const before = Math.max(Math.ceil(SHARE_ABOVE * screenful), screenful - left);
  const after = screenful - Math.min(before, Math.max(0, origin));
  return { origin, before, after, above: 0, below: 0 };
}

function getBounds(key: number, { origin, before, after }: Extent): [start: number, end: number] {
  if (key === 0) {
    return [origin - before, origin + after];
  }
  return key > 0
    ? [origin + after + (key - 1) * CHUNK, origin + after + key * CHUNK]
    : [origin - before + key * CHUNK, origin - before + (key + 1) * CHUNK];
}

/** The pieces to draw, in order, for a transcript of `count` messages. */
export function planChunks(count: number, extent: Extent): Chunk[] {
  const { above, below } = extent;
  const chunks: Chunk[] = [];
  for (let key = 0 - above; key <= below; key++) {
    const [start, end] = getBounds(key, extent);
    const chunk = { key, start: Math.max(0, start), end: Math.min(count, end) };
    if (chunk.start < chunk.end) {
      chunks.push(chunk);
    }
  }
  return chunks;
}

/** The first piece to its full size, then one chunk more, below first as that is the way one reads; `undefined` when all are in. */
export function growExtent(count: number, extent: Extent): Extent | undefined {
  const { before, after, above, below } = extent;
  const isRoomAbove = getBounds(-above, extent)[0] > 0;
  const isRoomBelow = getBounds(below, extent)[1] < count;
  if ((isRoomAbove || isRoomBelow) && (before < FIRST.before || after < FIRST.after)) {
    return { ...extent, before: Math.max(before, FIRST.before), after: Math.max(after, FIRST.after) };
  }
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
