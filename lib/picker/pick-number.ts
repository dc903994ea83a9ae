import { buildCover, type Cover } from './build-cover.ts';
import { findNumberAt } from './find-number-at.ts';
import { findPlace, openFrame, type Place } from './find-place.ts';
import type { NumberSpot } from './number-spot.ts';
import { createSteps } from './step-numbers.ts';

export interface PickerWords {
  readonly hint: string;
  readonly noNumber: string;
  readonly foreign: string;
  /** Of a number that the keyboard has come to. */
  readonly at: (number: string) => string;
}

export interface PickRequest {
  readonly words: PickerWords;
  /** Whether the frame has a picker of its own. */
  readonly hasPicker: (frame: Window | null) => boolean;
  readonly signal: AbortSignal;
  /** Esc was pressed. */
  readonly onCancel: () => void;
}

const POINTER = ['pointermove', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'auxclick', 'dblclick', 'contextmenu'];

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What is under the cover scrolls as if there were none. */
function scrollBelow(place: Place | undefined, { deltaX, deltaY }: WheelEvent): void {
  let one: Element | null | undefined = place?.element;
  while (one && !(one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)))
    one = one.parentElement;
  (one ?? place?.element.ownerDocument.scrollingElement)?.scrollBy(deltaX, deltaY);
}

function isForeignFrame({ element }: Place): boolean {
  return /^(?:i?frame|object|embed|fencedframe)$/.test(element.localName) && !openFrame(element);
}

class Picking {
  readonly #document: Document;
  readonly #request: PickRequest;
  readonly #cover: Cover;
  readonly #steps: ReturnType<typeof createSteps>;
  readonly #onPick: (spot: NumberSpot) => void;
  readonly #listened = new Set<Window>();

  constructor(document: Document, request: PickRequest, onPick: (spot: NumberSpot) => void) {
    [this.#document, this.#request, this.#onPick] = [document, request, onPick];
    this.#cover = buildCover(document);
    this.#cover.say(request.words.hint);
    this.#steps = createSteps(document);
    request.signal.addEventListener('abort', () => this.#cover.remove());
    this.#listen(document.defaultView as Window, { left: 0, top: 0 });
  }

  /** Only what the agent does counts: a page can make up events, but none that the browser vouches for. */
  #listen(view: Window, at: { readonly left: number; readonly top: number }): void {
    if (this.#listened.has(view)) return;
    this.#listened.add(view);
    const on = (type: string, run: (event: never) => void) =>
      view.addEventListener(type, (event) => event.isTrusted && (run as (event: Event) => void)(event), {
        ...{ capture: true, passive: false, signal: this.#request.signal },
      });
    for (const type of POINTER) on(type, (event: MouseEvent) => this.#point(event, at));
    on('wheel', (event: WheelEvent) => {
      swallow(event);
      scrollBelow(this.#find(event, at), event);
    });
    on('keydown', (event: KeyboardEvent) => this.#key(event));
    view.document.documentElement.addEventListener('pointerleave', () => this.#cover.draw(undefined), {
      signal: this.#request.signal,
    });
  }

  #find({ clientX, clientY }: MouseEvent, at: { readonly left: number; readonly top: number }): Place | undefined {
    return this.#cover.below(() => findPlace(this.#document, clientX + at.left, clientY + at.top));
  }

  #point(event: MouseEvent, at: { readonly left: number; readonly top: number }): void {
    swallow(event);
    this.#cover.setOpen(false);
    const place = this.#find(event, at);
    const isFrame = place !== undefined && isForeignFrame(place);
    const { hasPicker, words } = this.#request;
    if (isFrame && hasPicker((place.element as HTMLIFrameElement).contentWindow)) {
      this.#letThrough(place);
      return;
    }
    const spot = place && !isFrame ? findNumberAt(place, event.clientX + at.left, event.clientY + at.top) : undefined;
    this.#cover.draw(spot?.box);
    if (event.type !== 'click') return;
    if (spot) this.#onPick(spot);
    else this.#cover.say(isFrame ? words.foreign : words.noNumber);
  }

  /** The frame has a picker of its own: the pointer goes through the cover, until it leaves the frame. */
  #letThrough(place: Place): void {
    this.#cover.draw(undefined);
    this.#cover.setOpen(true);
    const view = place.element.ownerDocument.defaultView;
    if (view) this.#listen(view, place);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isEscape = event.key === 'Escape';
    const spot = isEscape ? null : this.#steps.take(event);
    if (spot === undefined) return;
    swallow(event);
    if (isEscape) this.#request.onCancel();
    else if (spot === null) this.#cover.say(this.#request.words.noNumber);
    else if (event.key === 'Enter') this.#onPick(spot);
    else this.#show(spot);
  }

  #show({ number, box }: NumberSpot): void {
    this.#cover.draw(box);
    this.#cover.say(this.#request.words.at(number));
  }
}

/** Lets the agent click one number of the page, or go to it by keyboard. Resolves to it, or to undefined where the signal ends it. */
export function pickNumber(document: Document, request: PickRequest): Promise<NumberSpot | undefined> {
  return new Promise((resolve) => {
    request.signal.addEventListener('abort', () => resolve(undefined));
    new Picking(document, request, resolve);
  });
}
