import { isReadByParent } from '../detect/is-read-by-parent.ts';
import type { Pick, PickerFrame } from '../domain/taught-rule.ts';
import { describePick } from './describe-pick.ts';
import { hearFrames, sayHere } from './hear-frames.ts';
import { type PickerWords, pickNumber } from './pick-number.ts';

/** The picker of one frame. */
export interface Picker {
  readonly frame: PickerFrame;
  /** Covers the page until a number is clicked; null: cancelled. `token`: what the frames with pickers know each other by. */
  start(token: string): Promise<Pick | null>;
  /** Of another picking than `token`'s, nothing is ended. */
  cancel(token?: string): void;
}

/** Listens from the beginning: a frame in this one may be ready first. */
export function createPicker(view: Window, words: PickerWords): Picker {
  const ending = new AbortController();
  const frames = hearFrames(view, ending.signal);
  const isInner = view.parent !== view;
  let own: string | undefined;
  // A page that is left may be kept for the way back: nobody would ever click in it.
  view.addEventListener('pagehide', () => ending.abort(), { signal: ending.signal });
  return {
    frame: {
      origin: (view as Window & typeof globalThis).origin,
      url: view.location.href.slice(0, 4096),
      isRead: isReadByParent(view),
    },
    async start(token) {
      own = token;
      if (ending.signal.aborted) return null;
      sayHere(view, token);
      const spot = await pickNumber(view.document, {
        words: isInner ? { ...words, hint: '' } : words,
        hasPicker: (frame) => frames.has(frame, token),
        signal: ending.signal,
        onCancel: () => ending.abort(),
      });
      const pick = spot ? describePick(spot) : null;
      ending.abort();
      return pick;
    },
    cancel(token) {
      if (token === undefined || token === own) ending.abort();
    },
  };
}
