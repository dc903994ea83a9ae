import { listNumbers } from './list-numbers.ts';
import type { NumberSpot } from './number-spot.ts';

/** Where a key leads, from number to number. */
const MOVES: Readonly<Record<string, (isShifted: boolean) => number>> = {
  Tab: (isShifted) => (isShifted ? -1 : 1),
  ArrowDown: () => 1,
  ArrowRight: () => 1,
  ArrowUp: () => -1,
  ArrowLeft: () => -1,
};

/** The way through a page's numbers by keyboard. */
export interface Steps {
  /** The number that a key leads to or, for Enter, that it takes. Null: there is none. Undefined: the key means nothing here. */
  take(event: KeyboardEvent): NumberSpot | null | undefined;
}

export function createSteps(document: Document): Steps {
  let current: NumberSpot | undefined;
  /** The page may have changed between two keys: what was there before is found again. */
  const find = (spots: readonly NumberSpot[]) =>
    spots.findIndex(({ node, start }) => node === current?.node && start === current.start);
  return {
    take({ key, shiftKey }) {
      if (key === 'Enter') return current === undefined ? null : current.node.isConnected ? current : null;
      const step = MOVES[key]?.(shiftKey);
      if (step === undefined) return undefined;
      const spots = listNumbers(document);
      const at = find(spots);
      const from = at < 0 && step < 0 ? 0 : at;
      const next = spots.at((from + step) % spots.length);
      if (!next) return null;
      const element = next.node.nodeType === 3 ? next.node.parentElement : (next.node as Element);
      element?.scrollIntoView({ block: 'center', inline: 'nearest' });
      // It stands elsewhere now.
      current = listNumbers(document).find(({ node, start }) => node === next.node && start === next.start) ?? next;
      return current;
    },
  };
}
