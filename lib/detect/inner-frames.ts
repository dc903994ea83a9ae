import type { Candidate } from '../domain/candidate.ts';
import type { Finding } from './finding.ts';

/** More frames than these are no helpdesk's. */
const MAX_FRAMES = 50;
const NAME = /^[0-9a-f]{32}$/;
/** For so long a frame says its name again where the pages around it may have started listening after it spoke. */
const REPEATS = 10;
const REPEAT_AFTER = 1000;

/** What frames say of themselves to the pages around them. */
interface Said {
  /** Empty: what the frame showed is gone. */
  readonly backscrollFrame?: unknown;
}

/** The name of what a frame shows, by which the page around it says whether it is drawn. */
export interface FrameName {
  /** Another name for other ids. */
  of(candidates: readonly Candidate[]): string;
}

/** A name that nothing else has. */
export function makeName(): string {
  // `randomUUID` is missing on plain http.
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Names what this frame shows, and tells every page around it. The pages' own scripts may hear it, where they listened first: all that
 * it says is a random number.
 */
export function nameFrame(view: Window, signal: AbortSignal): FrameName {
  let name = makeName();
  let shown = '';
  const say = (backscrollFrame = name) => {
    for (let one = view; one.parent !== one; one = one.parent) one.parent.postMessage({ backscrollFrame } satisfies Said, '*');
  };
  say();
  // Its listeners are there before it, unless both were started in a page that was open already.
  let left = view.document.readyState === 'complete' ? REPEATS : 0;
  const timer = view.setInterval(() => (left-- > 0 ? say() : view.clearInterval(timer)), REPEAT_AFTER);
  signal.addEventListener('abort', () => view.clearInterval(timer));
  view.addEventListener('pagehide', () => say(''), { signal });
  view.addEventListener('pageshow', ({ persisted }) => persisted && say(), { signal });
  return {
    of(candidates) {
      const ids = candidates.flatMap(({ id, refusal }) => (refusal ? [] : [id])).join();
      if (ids !== shown) {
        [shown, name] = [ids, makeName()];
        say();
      }
      return name;
    },
  };
}

/** What the frames of a page call themselves. */
export interface InnerFrames {
  /** Those that have a name, as what stands in their place: another name is another text there. */
  find(frames: readonly Element[]): readonly Finding[];
}

/** Listens to the frames in a page, until the signal ends it. */
export function hearFrames(view: Window, onName: () => void, signal: AbortSignal): InnerFrames {
  const names = new Map<unknown, string>();
  const places = new WeakMap<Element, Text>();
  const hear = (event: MessageEvent<Said | null>) => {
    const said = event.data?.backscrollFrame;
    if (!event.isTrusted || !event.source || typeof said !== 'string' || !(said === '' || NAME.test(said))) return;
    // Nothing of it concerns the page.
    event.stopImmediatePropagation();
    if ((names.get(event.source) ?? '') === said) return;
    names.delete(event.source);
    if (names.size >= MAX_FRAMES) names.delete(names.keys().next().value);
    if (said !== '') names.set(event.source, said);
    onName();
  };
  view.addEventListener('message', hear as EventListener, { capture: true, signal });
  const place = (frame: Element, name: string): Text => {
    const text = places.get(frame) ?? frame.ownerDocument.createTextNode('');
    places.set(frame, text);
    text.data = name;
    return text;
  };
  return {
    find: (frames) =>
      frames.flatMap((frame) => {
        const name = names.get((frame as HTMLIFrameElement).contentWindow);
        const bare = { kind: 'text', label: '', excerpt: '', isQuoted: false, isFrame: true } as const;
        return name === undefined ? [] : [{ ...bare, id: name, node: place(frame, name) }];
      }),
  };
}
