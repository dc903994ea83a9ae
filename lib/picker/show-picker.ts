import { findNumberAt, type NumberSpot } from './find-number-at.ts';

export interface PickerStrings {
  readonly hint: string;
  readonly noNumber: string;
}

const COVER = { position: 'fixed', inset: '0', width: 'auto', height: 'auto', margin: '0', padding: '0', border: '0' };
const OUTLINE = { position: 'fixed', display: 'none', outline: '2px solid #4354cf', outlineOffset: '2px', borderRadius: '4px' };
const SHADE = { background: 'rgb(67 84 207 / 0.18)', pointerEvents: 'none' };
const HINT = {
  ...{ position: 'fixed', bottom: '12px', left: '50%', transform: 'translateX(-50%)', maxWidth: 'calc(100vw - 24px)' },
  ...{ boxSizing: 'border-box', padding: '8px 14px', borderRadius: '8px', background: '#1b1e25', color: '#ffffff' },
  ...{ font: '14px/1.4 system-ui, sans-serif', boxShadow: '0 2px 10px rgb(0 0 0 / 0.4)', pointerEvents: 'none' },
};

/** A cover over the page that takes every click, and what it shows: all in a closed shadow root of its own. */
function buildCover(document: Document, hint: string) {
  const host = document.createElement('backscroll-picker');
  const [outline, words] = [document.createElement('div'), document.createElement('div')];
  Object.assign(host.style, {
    ...COVER,
    background: 'transparent',
    cursor: 'crosshair',
    zIndex: '2147483647',
    overflow: 'visible',
  });
  Object.assign(outline.style, OUTLINE, SHADE);
  Object.assign(words.style, HINT);
  words.setAttribute('role', 'status');
  words.textContent = hint;
  host.attachShadow({ mode: 'closed' }).append(outline, words);
  host.popover = 'manual';
  document.documentElement.append(host);
  // Above the page's own dialogs, too.
  host.showPopover();
  return { host, outline, words };
}

/** What is under the cover scrolls as if there were none. */
function scrollBelow(element: Element | null, { deltaX, deltaY }: WheelEvent): void {
  let one = element;
  while (one && !(one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)))
    one = one.parentElement;
  (one ?? document.scrollingElement)?.scrollBy(deltaX, deltaY);
}

/** Lets the agent click one number of the page. Resolves to it, or to undefined where the signal or Esc ends it. */
export function showPicker(document: Document, strings: PickerStrings, cancel: AbortController): Promise<NumberSpot | undefined> {
  const { host, outline, words } = buildCover(document, strings.hint);
  const below = <T>(look: () => T): T => {
    host.style.pointerEvents = 'none';
    const seen = look();
    host.style.pointerEvents = 'auto';
    return seen;
  };
  const find = ({ clientX, clientY }: MouseEvent) => below(() => findNumberAt(document, clientX, clientY));
  const draw = (spot: NumberSpot | undefined) => {
    const { left, top, width, height } = spot?.box ?? { left: 0, top: 0, width: 0, height: 0 };
    const px = { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
    Object.assign(outline.style, px, { display: spot ? 'block' : 'none' });
  };
  return new Promise((resolve) => {
    const on = (target: EventTarget, type: string, run: (event: never) => void) =>
      target.addEventListener(type, run as EventListener, { capture: true, passive: false, signal: cancel.signal });
    cancel.signal.addEventListener('abort', () => {
      host.remove();
      resolve(undefined);
    });
    on(host, 'pointermove', (event: PointerEvent) => draw(find(event)));
    on(host, 'wheel', (event: WheelEvent) => {
      event.preventDefault();
      below(() => scrollBelow(document.elementFromPoint(event.clientX, event.clientY), event));
    });
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'dblclick', 'contextmenu']) on(host, type, swallow);
    on(host, 'click', (event: MouseEvent) => {
      swallow(event);
      const spot = find(event);
      if (spot) resolve(spot);
      else words.textContent = strings.noNumber;
    });
    on(window, 'keydown', (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      swallow(event);
      cancel.abort();
    });
  });
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
