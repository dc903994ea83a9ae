import { type Gap, MOST_MESSAGES } from '../../domain/conversation.ts';
import type { Message } from '../../domain/message.ts';
import { orderByTime } from '../order-by-time.ts';
import { parseTime } from '../parse-time.ts';

/** A run of neighbouring messages, oldest first. `short`: how many are missing at its end. */
export interface Part {
  readonly messages: readonly Message[];
  readonly short: number;
}

export interface Stitched {
  readonly messages: readonly Message[];
  readonly gaps: readonly Gap[];
}

/**
 * Joins parts that may overlap, oldest part first. `total`: how many messages there are in all, where that is known; what the
 * parts do not hold of it becomes gaps, after the parts that say they are short and else before the first message.
 */
export function stitch(parts: readonly Part[], total?: number): Stitched {
  const messages = orderByTime(joinParts(parts), (message) => parseTime(message.time));
  let missing = Math.max(0, (total ?? messages.length) - messages.length);
  const places = new Map(messages.map((message, index) => [nameMessage(message), index]));
  const holes = new Map<number, number>();
  for (const [index, part] of parts.entries()) {
    const here = Math.min(part.short, missing);
    const next = parts.slice(index + 1).find((later) => later.messages.length > 0)?.messages[0];
    const before = next === undefined ? messages.length : (places.get(nameMessage(next)) ?? messages.length);
    holes.set(before, (holes.get(before) ?? 0) + here);
    missing -= here;
  }
  holes.set(0, (holes.get(0) ?? 0) + missing);
  const gaps = [...holes].map(([before, count]) => ({ before, missing: count })).filter((gap) => gap.missing > 0);
  return { messages, gaps: gaps.toSorted((a, b) => a.before - b.before) };
}

/** Two equal messages within one part are two; in two parts they are one that was read twice. */
function joinParts(parts: readonly Part[]): readonly Message[] {
  const seen = new Set<string>();
  return parts.flatMap((part) => {
    const added = part.messages.filter((message) => !seen.has(nameMessage(message)));
    for (const message of part.messages) {
      seen.add(nameMessage(message));
    }
    return added;
  });
}

/** Id 0 is the opening message's and may be every imported one's; there, and without an id, time and text tell. */
export function nameMessage({ id, time, text }: Message): string {
  return id === '0' || id.startsWith('at-') ? `0 ${time ?? ''} ${text}` : id;
}

/** The latest 20,000 messages; what stands before them becomes one gap. */
export function capLatest({ messages, gaps }: Stitched): Stitched {
  const dropped = messages.length - MOST_MESSAGES;
  if (dropped <= 0) {
    return { messages, gaps };
  }
  const isAbove = ({ before }: Gap) => before <= dropped;
  const missing = gaps.filter(isAbove).reduce((sum, gap) => sum + gap.missing, dropped);
  const below = gaps.filter((gap) => !isAbove(gap)).map((gap) => ({ ...gap, before: gap.before - dropped }));
  return { messages: messages.slice(dropped), gaps: [{ before: 0, missing }, ...below] };
}
