import { makeDraggable } from './make-draggable.ts';

interface MoveOptions {
  readonly view: Window;
  /** Where it stands, in percent of the window's height. */
  readonly top: () => number;
  readonly move: (top: number) => void;
  /** It was moved, and stays there. */
  readonly keep: () => void;
}

/** Never off-screen. */
const [HIGHEST, LOWEST] = [5, 95];
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -5, ArrowDown: 5 };
/** A click's pointer may tremble by so many pixels. */
const TREMOR = 4;

/** Lets a button be moved up and down its edge, by pointer or arrow keys, out of the way of what the page has there; a click that is no move runs `press`. */
export function makeMovable(button: HTMLElement, options: MoveOptions, press: () => void, signal: AbortSignal): void {
  const { view, top, move, keep } = options;
  let isDragged = false;
  const moveTo = (wanted: number) => move(Math.round(Math.min(LOWEST, Math.max(HIGHEST, wanted))));
  const drag = (now: PointerEvent, taken: PointerEvent) => {
    isDragged ||= Math.abs(now.clientY - taken.clientY) > TREMOR;
    if (isDragged) moveTo((now.clientY / view.innerHeight) * 100);
  };
  makeDraggable(button, drag, () => isDragged && keep(), signal);
  const on = (type: string, run: (event: Event) => unknown) => button.addEventListener(type, run, { signal });
  // A finger that dragged makes no click.
  on('pointerdown', () => (isDragged = false));
  on('click', ({ isTrusted }) => isTrusted && !isDragged && press());
  on('keydown', (event) => {
    isDragged = false;
    const step = STEPS[(event as KeyboardEvent).key];
    if (step === undefined) return;
    event.preventDefault();
    moveTo(top() + step);
    keep();
  });
}
