import { Component, type ComponentChildren, createRef } from 'preact';

/** Where the agent is taken; `stay`: where the agent reads, nothing moves. */
export type Wish = 'landing' | 'start' | 'end' | 'stay';

interface SteadyScrollerProps {
  readonly children: ComponentChildren;
  readonly label: string;
  readonly isBusy: boolean;
  /** Where the owner finds the scroller, to send the agent somewhere. */
  readonly handle: { current: SteadyScroller | null };
  /** Element to begin at, seen from the scrolled element; absent: the end. */
  readonly findLanding: (scroller: HTMLElement) => Element | undefined;
  /** Called when the agent has come to the end; absent: nobody wants to know. */
  readonly onEnd?: (() => void) | undefined;
}

interface Anchor {
  readonly element: HTMLElement;
  readonly top: number;
}

/** How far from the top the landing place stands: what led to it stays in sight. */
const LANDING_AT = 0.3;

/** A place that has not moved for so many frames is reached; one that never rests is given up. */
const STILL_FRAMES = 3;
const MOST_FRAMES = 20;

function findFirstInSight(scroller: HTMLElement): Anchor | null {
  const { top } = scroller.getBoundingClientRect();
  for (const chunk of scroller.getElementsByClassName('chunk')) {
    if (chunk.getBoundingClientRect().bottom <= top) {
      continue;
    }
    // Articles stay; a day's heading goes when older messages of that day come in.
    for (const element of chunk.getElementsByTagName('article')) {
      const box = element.getBoundingClientRect();
      if (box.bottom > top) {
        return { element, top: box.top };
      }
    }
  }
  return null;
}

/** The end is in sight: its margin may be out of it. */
const NEAR_END = 60;

function isAtEnd(scroller: HTMLElement): boolean {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
}

/**
 * The scrolled transcript. Holds what is being read in its place while messages are drawn above it: the browser's own scroll
 * anchoring does so only where the scroller is not at its very start.
 */
export class SteadyScroller extends Component<SteadyScrollerProps> {
  readonly #scroller = createRef<HTMLDivElement>();
  #wish: Wish = 'landing';
  #landing: Element | undefined;
  #wasAtEnd = false;

  override componentDidMount(): void {
    this.props.handle.current = this;
    this.follow('landing');
  }

  override getSnapshotBeforeUpdate(): Anchor | null {
    const scroller = this.#scroller.current;
    this.#wasAtEnd = scroller !== null && !this.props.isBusy && isAtEnd(scroller);
    return scroller && this.#wish === 'stay' ? findFirstInSight(scroller) : null;
  }

  override componentDidUpdate(before: SteadyScrollerProps, _state: unknown, anchor: Anchor | null): void {
    const scroller = this.#scroller.current;
    if (scroller && anchor?.element.isConnected) {
      scroller.scrollTop += anchor.element.getBoundingClientRect().top - anchor.top;
    }
    if (before.isBusy && !this.props.isBusy) {
      this.follow(this.#wish);
    } else {
      this.#obey();
    }
  }

  /** Takes the agent there, and keeps to it until the transcript is drawn or the agent scrolls. */
  follow(wish: Wish): void {
    this.#wish = wish;
    this.#obey();
    // Chunks get their true heights when they come into sight, some frames later.
    let left = MOST_FRAMES;
    let still = 0;
    const look = () => {
      if (this.#wish !== wish) return;
      still = this.#obey() ? 0 : still + 1;
      left -= 1;
      if (still < STILL_FRAMES && left > 0) requestAnimationFrame(look);
      // From here on the place is the agent's, however it is scrolled: find in page sends no event.
      else if (!this.props.isBusy) this.#wish = 'stay';
    };
    requestAnimationFrame(look);
  }

  /** The message that the agent reads, by its id; undefined where the place is not the agent's own. */
  findRead(): string | undefined {
    const scroller = this.#scroller.current;
    return scroller && this.#wish === 'stay' ? findFirstInSight(scroller)?.element.dataset.messageId : undefined;
  }

  /** Goes to the end again if the agent was there before the last drawing; tells whether. */
  keepEnd(): boolean {
    if (this.#wasAtEnd) {
      this.follow('end');
    }
    return this.#wasAtEnd;
  }

  /** Tells whether that moved anything. */
  #obey(): boolean {
    const scroller = this.#scroller.current;
    if (!scroller || this.#wish === 'stay') {
      return false;
    }
    const before = scroller.scrollTop;
    if (this.#wish === 'landing') {
      this.#landing ??= this.props.findLanding(scroller);
    }
    if (this.#wish === 'landing' && this.#landing) {
      const offset = this.#landing.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      scroller.scrollTop += offset - scroller.clientHeight * LANDING_AT;
    } else {
      scroller.scrollTop = this.#wish === 'start' ? 0 : scroller.scrollHeight;
    }
    return scroller.scrollTop !== before;
  }

  readonly #release = () => {
    this.#wish = 'stay';
  };

  readonly #onScroll = () => {
    const scroller = this.#scroller.current;
    const { onEnd } = this.props;
    if (onEnd && scroller && isAtEnd(scroller)) {
      onEnd();
    }
  };

  override render({ children, label, isBusy }: SteadyScrollerProps) {
    return (
      <div
        ref={this.#scroller}
        class="log"
        role="log"
        aria-label={label}
        aria-busy={isBusy ? 'true' : 'false'}
        // What is filled in is not news; what is, is announced beside the log, in few words.
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onWheel={this.#release}
        onPointerDown={this.#release}
        onTouchStart={this.#release}
        onKeyDown={this.#release}
        onScroll={this.#onScroll}
      >
        {children}
      </div>
    );
  }
}
