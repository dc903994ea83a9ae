import type { Box } from './number-spot.ts';

/** What the agent sees of the picker. */
export interface Cover {
  readonly host: HTMLElement;
  /** Frames a number; undefined: none. */
  draw(box: Box | undefined): void;
  say(words: string): void;
  /** Looks at what is below it. */
  below<T>(look: () => T): T;
  /** Open: what is below takes the pointer. */
  setOpen(isOpen: boolean): void;
  remove(): void;
}

const COVER = {
  ...{ display: 'block', position: 'fixed', inset: '0', width: 'auto', height: 'auto', margin: '0', padding: '0', border: '0' },
  ...{ background: 'transparent', cursor: 'crosshair', zIndex: '2147483647', overflow: 'visible', pointerEvents: 'auto' },
};
/** A dark line between two light ones stands out from any page. */
const OUTLINE = {
  ...{ position: 'fixed', display: 'none', outline: '2px solid #ffffff', outlineOffset: '4px', borderRadius: '3px' },
  ...{ boxShadow: '0 0 0 2px #ffffff, 0 0 0 4px #3142c4', background: 'rgb(67 84 207 / 0.18)', pointerEvents: 'none' },
};
const WORDS = {
  ...{ position: 'fixed', bottom: '12px', left: '50%', transform: 'translateX(-50%)', maxWidth: 'calc(100vw - 24px)' },
  ...{ boxSizing: 'border-box', width: 'max-content', padding: '8px 14px', borderRadius: '8px' },
  ...{ background: '#1b1e25', color: '#ffffff', border: '1px solid #8a90a0', font: '14px/1.4 system-ui, sans-serif' },
  ...{ boxShadow: '0 2px 10px rgb(0 0 0 / 0.4)', pointerEvents: 'none' },
};
/** A page that keeps wiping what is not its own wins in the end. */
const MAX_RETURNS = 20;

/** Keeps the cover above the page's own dialogs, also where the page redraws itself whole. */
function keepOnTop(document: Document, host: HTMLElement): MutationObserver {
  let returns = 0;
  const show = () => {
    if (host.isConnected || returns > MAX_RETURNS) return;
    returns += 1;
    document.documentElement.append(host);
    host.showPopover();
  };
  const observer = new MutationObserver(show);
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  show();
  return observer;
}

/** A cover over the page that takes every click, and what it shows: all in a closed shadow root of its own. */
export function buildCover(document: Document): Cover {
  const host = document.createElement('backscroll-picker');
  const [outline, words] = [document.createElement('div'), document.createElement('div')];
  Object.assign(host.style, COVER);
  Object.assign(outline.style, OUTLINE);
  Object.assign(words.style, WORDS, { display: 'none' });
  words.setAttribute('role', 'status');
  host.attachShadow({ mode: 'closed' }).append(outline, words);
  host.popover = 'manual';
  const observer = keepOnTop(document, host);
  const setOpen = (isOpen: boolean) => {
    host.style.pointerEvents = isOpen ? 'none' : 'auto';
  };
  return {
    host,
    draw(box) {
      const { left, top, width, height } = box ?? { left: 0, top: 0, width: 0, height: 0 };
      const px = { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
      Object.assign(outline.style, px, { display: box ? 'block' : 'none' });
    },
    say(text) {
      words.style.display = text === '' ? 'none' : 'block';
      words.textContent = text;
    },
    below(look) {
      const before = host.style.pointerEvents;
      setOpen(true);
      const seen = look();
      host.style.pointerEvents = before;
      return seen;
    },
    setOpen,
    remove() {
      observer.disconnect();
      host.remove();
    },
  };
}
