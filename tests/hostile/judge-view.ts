import { comparePlaces } from './compare-places.ts';
import type { Inspection } from './inspect-view.ts';
import { compareMessage, type Slot } from './slots.ts';
import type { TextVector } from './vector.ts';
import type { Measured, Measurement } from './watch-view.ts';

/** Stand before the hostile messages, one a role. */
export const TWINS = ['Hello', 'Hello', 'Hello'];

/** What is wrong with a conversation of `TWINS` and then `vectors`, all in one slot; empty where all is well. */
export function judgeMessages(
  slot: Slot,
  vectors: readonly TextVector[],
  { faults, messages }: Inspection,
  measurement: Measurement,
): readonly string[] {
  const twins = measurement.messages.slice(0, TWINS.length);
  // A word for the author may be one for another role.
  const findTwin = ({ role }: Measured) =>
    twins.find((twin) => twin.role === role) ?? (slot.steady === 'rows' ? twins[0] : undefined);
  const wrong = vectors.flatMap(({ id, text }, index) => {
    const position = TWINS.length + index;
    const measured = measurement.messages[position];
    return [
      ...compareMessage(slot, slot.read(text, position), messages[position]).map((part) => `${part} is another`),
      ...(measured ? comparePlaces(slot, findTwin(measured), measured) : ['not there']),
    ].map((fault) => `${id}: ${fault}`);
  });
  return [...faults, ...measurement.tooWide.map((place) => `too wide: ${place}`), ...wrong];
}
