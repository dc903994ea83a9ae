/** Lets a control be dragged with the pointer. `move` is told where it is now and where it was taken; `drop`, that it was let go. */
export function makeDraggable(
  control: HTMLElement,
  move: (now: PointerEvent, taken: PointerEvent) => void,
  drop: () => void,
  signal: AbortSignal,
): void {
  let taken: PointerEvent | undefined;
  const on = (type: string, run: (event: PointerEvent) => void) =>
    control.addEventListener(type, run as (event: Event) => void, { signal });
  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    control.setPointerCapture(event.pointerId);
    taken = event;
  });
  on('pointermove', (event) => taken && move(event, taken));
  on('lostpointercapture', () => {
    taken = undefined;
    drop();
  });
}
