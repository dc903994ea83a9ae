import { clampWidth, MIN_WIDTH, maxWidth } from './clamp-width.ts';
import { makeDraggable } from './make-draggable.ts';

interface ResizeOptions {
  readonly box: HTMLElement;
  readonly handle: HTMLElement;
  readonly view: Window;
  readonly side: () => 'left' | 'right';
  readonly width: () => number;
  /** `isDone`: the agent let go. */
  readonly resize: (width: number, isDone: boolean) => void;
}

const STEP = 16;
const LEAP = 64;

function widthAt(x: number, view: Window, side: 'left' | 'right'): number {
  const viewport = view.document.documentElement.clientWidth || view.innerWidth;
  return clampWidth(side === 'right' ? viewport - x : x, viewport);
}

function widthForKey(event: KeyboardEvent, { side, width, view }: ResizeOptions): number | undefined {
  const step = event.shiftKey ? LEAP : STEP;
  const outward = side() === 'right' ? 1 : -1;
  const widths: Readonly<Record<string, number>> = {
    ArrowLeft: width() + step * outward,
    ArrowRight: width() - step * outward,
    Home: MIN_WIDTH,
    End: maxWidth(view.innerWidth),
  };
  const wanted = widths[event.key];
  return wanted === undefined ? undefined : clampWidth(wanted, view.innerWidth);
}

/** Lets the dock's inner edge be dragged, and moved with the arrow keys. */
export function makeResizable(options: ResizeOptions, signal: AbortSignal): void {
  const { box, handle, view, side, resize } = options;
  makeDraggable(
    handle,
    (event) => {
      box.classList.add('dragging');
      resize(widthAt(event.clientX, view, side()), false);
    },
    () => {
      box.classList.remove('dragging');
      resize(options.width(), true);
    },
    signal,
  );
  handle.addEventListener(
    'keydown',
    (event) => {
      const width = widthForKey(event, options);
      if (width === undefined) return;
      event.preventDefault();
      resize(width, true);
    },
    { signal },
  );
}
