import type { Message } from '../domain/message.ts';

/** How many messages came in after the last of those that were there; 0 where that cannot be told. */
export function countAppended(before: readonly Message[], after: readonly Message[]): number {
  const last = before.at(-1);
  if (last === undefined) {
    return 0;
  }
  const place = after.findLastIndex(({ id, time, role }) => id === last.id && time === last.time && role === last.role);
  return place < 0 ? 0 : after.length - 1 - place;
}
