/** More frames than this are no helpdesk's. */
const MAX_HEARD = 50;

/** Which frames have a picker of their own; they say so to the pages around them. */
export interface HeardFrames {
  has(frame: Window | null, token: string): boolean;
}

/**
 * Tells every page around this frame that a picker is in it. The pages can hear it, too: all that it says is a number made for
 * this one click.
 */
export function sayHere(view: Window, token: string): void {
  for (let one = view; one.parent !== one; one = one.parent) one.parent.postMessage({ backscrollPicker: token }, '*');
}

/** Listens until the signal ends it. */
export function hearFrames(view: Window, signal: AbortSignal): HeardFrames {
  const heard: (readonly [MessageEventSource, unknown])[] = [];
  const hear = ({ data, source, isTrusted }: MessageEvent) => {
    const token = (data as { backscrollPicker?: unknown } | null)?.backscrollPicker;
    if (isTrusted && source && typeof token === 'string' && heard.length < MAX_HEARD) heard.push([source, token]);
  };
  view.addEventListener('message', hear as EventListener, { capture: true, signal });
  return { has: (frame, token) => heard.some(([source, said]) => source === frame && said === token) };
}
