/** An element, and where its document begins in the window that was asked. */
export interface Place {
  readonly element: Element;
  readonly left: number;
  readonly top: number;
}

const MAX_DEPTH = 20;

/** The document of a frame, where the page's own script could read it, too. */
export function openFrame(element: Element): Document | undefined {
  try {
    return (element as Partial<HTMLIFrameElement>).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** The same, moved to where the frame's own document begins. */
export function enterFrame({ element, left, top }: Place): Omit<Place, 'element'> {
  const box = element.getBoundingClientRect();
  return { left: left + box.left + element.clientLeft, top: top + box.top + element.clientTop };
}

/** The deepest element at a point, through open shadow roots and frames of the same origin. A frame of another origin is the end. */
export function findPlace(document: Document, x: number, y: number): Place | undefined {
  let root: Document | ShadowRoot = document;
  let [left, top] = [0, 0];
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const element: Element | null = root.elementFromPoint(x - left, y - top);
    if (!element) return undefined;
    const inner = openFrame(element);
    if (inner) {
      ({ left, top } = enterFrame({ element, left, top }));
      root = inner;
    } else if (element.shadowRoot && element.shadowRoot !== root) root = element.shadowRoot;
    else return { element, left, top };
  }
  return undefined;
}
