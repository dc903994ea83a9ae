import type { Slot } from './slots.ts';
import type { Box, Measured } from './watch-view.ts';

/** Less than anybody sees. */
const TOLERANCE = 0.6;

const PARTS = ['author', 'badge', 'time'] as const;

/** A long name may take a row of its own in a narrow view. */
const ROW = 30;

/**
 * What a hostile message has moved against its benign twin: a message of the same role with nothing but "Hello" in the same slot.
 * Author, role and time stand where they stood. Where the author itself is the hostile part, it begins where it began, and one row
 * more is all that it takes.
 */
export function comparePlaces({ steady }: Slot, twin: Measured | undefined, message: Measured): readonly string[] {
  if (!twin) return [`no twin of role ${message.role}`];
  const isSteady = steady === 'all';
  const moved = isSteady ? PARTS.filter((part) => !isInPlace(twin[part], message[part])) : [];
  const outside = [...PARTS, 'text' as const].filter((part) => !isInside(message[part], message.width));
  const covered = PARTS.filter((part) => (message[part]?.[1] ?? 0) + (message[part]?.[3] ?? 0) > message.text[1] + TOLERANCE);
  const room = isSteady ? 0 : ROW;
  const isTextMoved = message.text[1] < twin.text[1] - room - TOLERANCE || message.text[1] > twin.text[1] + room + TOLERANCE;
  const isAuthorMoved = Math.abs(twin.author[1] - message.author[1]) > room + TOLERANCE;
  return [
    ...moved.map((part) => `${part} moved: ${message[part]} instead of ${twin[part]}`),
    ...outside.map((part) => `${part} outside: ${message[part]} in ${message.width}`),
    ...covered.map((part) => `${part} covered: ${message[part]} by ${message.text}`),
    ...(isAuthorMoved ? [`author moved: ${message.author} instead of ${twin.author}`] : []),
    ...(isTextMoved ? [`text moved: ${message.text} instead of ${twin.text}`] : []),
  ];
}

function isInPlace(twin: Box | undefined, box: Box | undefined): boolean {
  if (!twin || !box) return twin === box;
  return box.every((side, index) => Math.abs((twin[index] ?? 0) - side) <= TOLERANCE);
}

function isInside(box: Box | undefined, width: number): boolean {
  return !box || (box[0] >= -TOLERANCE && box[0] + box[2] <= width + TOLERANCE);
}
