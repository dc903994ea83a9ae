import { isAlive, type Page } from './page.ts';

/**
 * The document of a frame, where the page's own script could read it, too. Null: another site's, or one that is still coming in,
 * which may hold half a number.
 */
export function openFrame(element: Element): Document | null {
  try {
    const document = (element as HTMLIFrameElement).contentDocument;
    return document?.readyState === 'loading' && document.URL !== 'about:blank' ? null : document;
  } catch {
    return null;
  }
}

/** Whether a frame that this page may read has still to show what it was told to: it begins with an empty document. */
function isComingIn(element: Element): boolean {
  try {
    const { contentDocument, src, srcdoc } = element as HTMLIFrameElement;
    if (!contentDocument) return false;
    return contentDocument.URL === 'about:blank'
      ? Boolean(srcdoc || /^https?:/.test(src))
      : contentDocument.readyState !== 'complete';
  } catch {
    return false;
  }
}

/** A frame has come in or gone on since it was read: inside a shadow root that was not known yet, no event tells of it. */
export function haveMoved(frames: Page['frames']): boolean {
  return frames.some(([frame, document]) => isAlive(frame) && openFrame(frame) !== document);
}

export function areComingIn(frames: Page['frames']): boolean {
  return frames.some(([frame]) => isAlive(frame) && isComingIn(frame));
}
