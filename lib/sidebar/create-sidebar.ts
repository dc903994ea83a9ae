import { DEFAULT_SIDEBAR, SIDEBAR_TAG, type SidebarState, type SidebarStrings } from '../domain/site.ts';
import { buildSidebar, type SidebarParts, setFace } from './build-sidebar.ts';
import { clampWidth, MIN_WIDTH, maxWidth } from './clamp-width.ts';
import { makeMovable } from './make-movable.ts';
import { makeResizable } from './resize-dock.ts';

export interface SidebarOptions {
  /** Address of the extension's own page that the dock shows. */
  readonly frameUrl: string;
  readonly strings: SidebarStrings;
  /** Remembers how the agent left it. */
  readonly save: (state: SidebarState) => void;
  readonly signal: AbortSignal;
}

/** Makes the sidebar, given what only the content script has. */
export type MakeSidebar = (options: Pick<SidebarOptions, 'save' | 'signal'>) => Sidebar | undefined;

/** The in-page sidebar: a launcher at the page's edge, and the dock that it opens. */
export interface Sidebar {
  /** How the agent left it on this site. */
  setState(state: SidebarState): void;
  /** For a state that is asked for now and comes later: what the agent does meanwhile is newer. */
  awaitState(): (state: SidebarState) => void;
  /** Whether the page has something to show. */
  setFound(isFound: boolean): void;
}

/** A page that throws the sidebar out this often in a row gets its way. */
const MAX_RETURNS = 20;
const FORGIVE_AFTER = 10_000;

/** Below the fields that helpdesks have at this edge, above the buttons of their reply box. */
const DEFAULT_TOP = 70;

class DockedSidebar implements Sidebar {
  readonly #document: Document;
  readonly #view: Window;
  readonly #options: SidebarOptions;
  readonly #parts: SidebarParts;
  readonly #keeper: MutationObserver;
  #frame: HTMLIFrameElement | undefined;
  #state: SidebarState = { ...DEFAULT_SIDEBAR, shown: false };
  #isFound = false;
  /** Just switched off: that is said, and can be taken back. */
  #isNoted = false;
  #saves = 0;
  #returns = 0;
  #returnedAt = 0;

  constructor(document: Document, view: Window, options: SidebarOptions) {
    [this.#document, this.#view, this.#options] = [document, view, options];
    this.#parts = buildSidebar(document, options.strings);
    this.#keeper = new MutationObserver(() => this.#keep());
    for (const stale of document.querySelectorAll(SIDEBAR_TAG)) stale.remove();
    this.#listen();
    options.signal.addEventListener('abort', () => this.#remove());
  }

  setState(state: SidebarState): void {
    this.#state = state;
    this.#draw();
  }

  awaitState(): (state: SidebarState) => void {
    const asked = this.#saves;
    return (state) => asked === this.#saves && this.setState(state);
  }

  setFound(isFound: boolean): void {
    this.#isFound = isFound;
    this.#draw();
  }

  #listen(): void {
    const { launcher, dock, move, switchOff, close, handle, box, undo } = this.#parts;
    const { signal } = this.#options;
    const onClick = (button: HTMLButtonElement, run: () => void) =>
      button.addEventListener('click', (event) => event.isTrusted && run(), { signal });
    onClick(switchOff, () => this.#switchOff());
    onClick(undo, () => this.#change({ shown: true, open: true }));
    close.addEventListener('click', () => this.#change({ open: false }), { signal });
    move.addEventListener('click', () => this.#change({ side: this.#state.side === 'right' ? 'left' : 'right' }), { signal });
    dock.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#change({ open: false }), { signal });
    const movable = {
      view: this.#view,
      top: () => this.#state.top ?? DEFAULT_TOP,
      move: (top: number) => this.setState({ ...this.#state, top }),
      keep: () => this.#save(),
    };
    makeMovable(launcher, movable, () => this.#change({ open: true }), signal);
    this.#view.addEventListener('resize', () => this.#draw(), { signal });
    const resize = (width: number, isDone: boolean) => {
      this.#state = { ...this.#state, width };
      this.#draw();
      if (isDone) this.#save();
    };
    makeResizable({ box, handle, view: this.#view, side: () => this.#state.side, width: () => this.#width, resize }, signal);
  }

  #switchOff(): void {
    this.#isNoted = true;
    this.#change({ shown: false, open: false });
    this.#parts.undo.focus({ preventScroll: true });
  }

  #save(): void {
    this.#saves += 1;
    this.#options.save(this.#state);
  }

  get #width(): number {
    return clampWidth(this.#state.width, this.#view.innerWidth);
  }

  #change(change: Partial<SidebarState>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    this.#isNoted &&= !this.#state.shown;
    this.#draw();
    if (this.#state.open !== before.open)
      (this.#state.open ? this.#parts.close : this.#parts.launcher).focus({ preventScroll: true });
    this.#save();
  }

  #draw(): void {
    const { shown, open } = this.#state;
    const isWanted = shown ? open || this.#isFound : this.#isNoted;
    if (this.#options.signal.aborted || !isWanted) this.#remove();
    else this.#show();
  }

  #show(): void {
    const { shown, open, side, top = DEFAULT_TOP } = this.#state;
    const { host, box, launcher, dock, move, handle, note } = this.#parts;
    box.className = box.classList.contains('dragging') ? `${side} dragging` : side;
    launcher.hidden = open || !shown;
    launcher.style.top = `${top}%`;
    note.hidden = shown;
    dock.hidden = !open;
    dock.style.width = `${this.#width}px`;
    const { moveLeft, moveRight } = this.#options.strings;
    if (side === 'right') setFace(move, 'toLeft', moveLeft);
    else setFace(move, 'toRight', moveRight);
    for (const [name, value] of [
      ['now', this.#width],
      ['min', MIN_WIDTH],
      ['max', maxWidth(this.#view.innerWidth)],
    ] as const) {
      handle.setAttribute(`aria-value${name}`, String(value));
    }
    this.#drawFrame(open);
    if (!host.isConnected) this.#attach();
  }

  /** The frame exists only while it is open: closed, it costs the page nothing. */
  #drawFrame(open: boolean): void {
    if (open && !this.#frame) {
      this.#frame = this.#document.createElement('iframe');
      this.#frame.title = this.#options.strings.name;
      this.#frame.src = this.#options.frameUrl;
      this.#frame.addEventListener('load', () => this.#handOver());
      this.#parts.dock.append(this.#frame);
    } else if (!open) {
      this.#frame?.remove();
      this.#frame = undefined;
    }
  }

  /** The way back from the frame, past the page: Escape in there closes the sidebar. */
  #handOver(): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => this.#change({ open: false });
    this.#frame?.contentWindow?.postMessage('', '*', [port2]);
  }

  #attach(): void {
    this.#document.documentElement.append(this.#parts.host);
    this.#keeper.disconnect();
    this.#keeper.observe(this.#document, { childList: true });
    this.#keeper.observe(this.#document.documentElement, { childList: true });
  }

  /** Single-page applications replace whole documents; the sidebar comes back, unless the page insists. */
  #keep(): void {
    if (this.#parts.host.isConnected || this.#options.signal.aborted) return;
    const now = this.#view.performance.now();
    if (now - this.#returnedAt > FORGIVE_AFTER) this.#returns = 0;
    this.#returnedAt = now;
    this.#returns += 1;
    if (this.#returns <= MAX_RETURNS && this.#document.documentElement) this.#attach();
    else this.#keeper.disconnect();
  }

  #remove(): void {
    this.#keeper.disconnect();
    this.#drawFrame(false);
    this.#parts.host.remove();
  }
}

/** Makes the sidebar of a page. It shows nothing until it is told its state and that there is something to show. */
export function createSidebar(document: Document, options: SidebarOptions): Sidebar | undefined {
  const view = document.defaultView;
  return view && !options.signal.aborted ? new DockedSidebar(document, view, options) : undefined;
}
