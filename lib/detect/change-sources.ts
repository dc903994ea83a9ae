import { SIDEBAR_TAG } from '../domain/site.ts';

/** Attributes whose change can show, hide or rewrite something. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'aria-hidden', 'open', 'href', 'title', 'aria-label', 'aria-selected', 'inert'];
const POLL = 300;

export interface ChangeHandlers {
  /** Something on the page moved. The observer rests until `observe` is called again. */
  onMove(): void;
  /** The document is whole: what was waited for can be read. */
  onReady(): void;
  /** A value is being typed. */
  onInput(): void;
  /** The address may have changed. */
  onAddress(): void;
  /** A few times a second while the page is looked at. */
  onTick(): void;
}

interface WithNavigation {
  readonly navigation?: EventTarget;
}

/** Our own sidebar, which comes and goes beside the page. */
function isOwn({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return type === 'childList' && [...addedNodes, ...removedNodes].every(({ nodeName }) => nodeName.toLowerCase() === SIDEBAR_TAG);
}

function listenToAddress(view: Window, onAddress: () => void, signal: AbortSignal): void {
  for (const type of ['popstate', 'hashchange', 'pageshow']) view.addEventListener(type, onAddress, { signal });
  // A content script does not see the page's own calls of `history`; these events tell of them where the browser has them.
  const { navigation } = view as WithNavigation;
  for (const type of ['currententrychange', 'navigatesuccess']) navigation?.addEventListener(type, onAddress, { signal });
}

function listenToFields(document: Document, handlers: ChangeHandlers, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  document.addEventListener('input', handlers.onInput, options);
  document.addEventListener('change', handlers.onMove, options);
  // Frames that finish loading, and content that is faded in.
  for (const type of ['load', 'transitionend', 'animationend', 'toggle']) document.addEventListener(type, handlers.onMove, options);
}

/**
 * Listens to everything that can change what a page shows. The observer tells of the first movement only and then rests, so that
 * a page which moves 10,000 times a second costs no more than one which moves once; `observe` wakes it.
 */
export function watchChanges(document: Document, view: Window, handlers: ChangeHandlers, signal: AbortSignal) {
  const observer = new MutationObserver((records) => {
    if (records.every(isOwn)) return;
    observer.disconnect();
    handlers.onMove();
  });
  listenToAddress(view, handlers.onAddress, signal);
  listenToFields(document, handlers, signal);
  document.addEventListener('DOMContentLoaded', handlers.onReady, { signal });
  // The frames that came with the document are filled by now, those inside shadow roots too.
  view.addEventListener('load', handlers.onMove, { signal });
  document.addEventListener('visibilitychange', handlers.onMove, { signal });
  const timer = view.setInterval(() => {
    if (!document.hidden) handlers.onTick();
  }, POLL);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    view.clearInterval(timer);
  });
  const heard = new WeakSet<Node>([document]);
  return {
    observe(roots: readonly Node[]): void {
      observer.disconnect();
      for (const root of signal.aborted ? [] : roots) {
        // A frame's `load` does not leave the shadow root that it stands in.
        if (!heard.has(root)) root.addEventListener('load', handlers.onMove, { capture: true, passive: true, signal });
        heard.add(root);
        try {
          observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });
        } catch {
          // The document of a frame that is gone; in Firefox nothing is left of it.
        }
      }
    },
  };
}
