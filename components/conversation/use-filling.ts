import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../lib/domain/message.ts';
import { findLandingPlace } from '../../lib/transcript/find-landing-place.ts';
import { beginExtent, type Extent, findShift, growExtent } from '../../lib/transcript/plan-chunks.ts';

interface Filling {
  readonly messages: readonly Message[];
  readonly extent: Extent;
}

/** Time that drawing may take in one go; laying out and painting come on top. */
const SLICE = 24;
const MOST_CHUNKS = 30;

/** The lowest message with the space above it, px. */
const LOWEST = 36;
const SCREENFUL = { least: 12, most: 40 };

/** More are never in sight at first, whatever they are. */
function countScreenful(): number {
  return Math.min(SCREENFUL.most, Math.max(SCREENFUL.least, Math.ceil(window.innerHeight / LOWEST)));
}

function startFilling(messages: readonly Message[]): Filling {
  return { messages, extent: beginExtent(messages.length, findLandingPlace(messages), countScreenful()) };
}

/**
 * Keeps the message that is being read as far from the origin, and with it the article that shows it, when others come in above or
 * below; where none is, the origin at its own message.
 */
function moveFilling({ messages: before, extent }: Filling, messages: readonly Message[], read: string | undefined): Filling {
  const place = read === undefined ? -1 : before.findIndex(({ id }) => id === read);
  return {
    messages,
    extent: { ...extent, origin: extent.origin + findShift(before, messages, place < 0 ? extent.origin : place) },
  };
}

function growBy(count: number, extent: Extent, chunks: number): Extent {
  let grown = extent;
  for (let step = 0; step < chunks; step++) {
    grown = growExtent(count, grown) ?? grown;
  }
  return grown;
}

/**
 * Draws a transcript in slices: where reading starts first, the rest while the browser is idle, as much at a time as the last
 * slice showed to be affordable. `findRead`: the id of the message that is being read, as the transcript stands.
 */
export function useFilling(
  messages: readonly Message[],
  findRead: () => string | undefined,
): { readonly extent: Extent; readonly isDone: boolean } {
  const filling = useRef<Filling | undefined>(undefined);
  const [, redraw] = useState(0);
  filling.current ??= startFilling(messages);
  // Once for each change: what is being read is looked up in the document as it was before.
  if (filling.current.messages !== messages) filling.current = moveFilling(filling.current, messages, findRead());
  const { extent } = filling.current;
  const isDone = growExtent(messages.length, extent) === undefined;
  const pace = useRef({ chunks: 1, began: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new extent is what was drawn
  useLayoutEffect(() => {
    const { chunks, began } = pace.current;
    const cost = (performance.now() - began) / chunks;
    pace.current.chunks = Math.max(1, Math.min(MOST_CHUNKS, Math.floor(SLICE / cost)));
  }, [extent]);
  useEffect(() => {
    if (isDone) {
      return;
    }
    const grow = () => {
      pace.current.began = performance.now();
      filling.current = { messages, extent: growBy(messages.length, extent, pace.current.chunks) };
      redraw((turn) => turn + 1);
    };
    const idle = requestIdleCallback(grow, { timeout: 250 });
    return () => cancelIdleCallback(idle);
  }, [messages, extent, isDone]);
  return { extent, isDone };
}
