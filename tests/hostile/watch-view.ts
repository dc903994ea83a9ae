/**
 * Notes on the document what may never happen in it: a call of `canary()`, anything against its policy. In the view's own document.
 */
export function armView(): void {
  const { dataset } = document.documentElement;
  Object.assign(globalThis, {
    canary: () => {
      dataset.canaryCalls = `${dataset.canaryCalls ?? ''}!`;
    },
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    dataset.violations = `${dataset.violations ?? ''} ${violatedDirective} ${blockedURI} ${sample};`;
  });
}

/** Shows every part of the transcript once. */
export async function scrollThrough(): Promise<void> {
  const log = document.querySelector('[role=log]');
  if (!log) return;
  const steps = 12;
  for (let step = 0; step <= steps; step++) {
    log.scrollTop = (log.scrollHeight * step) / steps;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Left edge, upper edge, width and height in its message, in CSS pixels. */
export type Box = readonly [number, number, number, number];

export interface Measured {
  readonly role: string;
  readonly width: number;
  readonly author: Box;
  readonly badge?: Box;
  readonly time?: Box;
  readonly text: Box;
}

export interface Measurement {
  readonly messages: readonly Measured[];
  /** What is wider than the place it has. */
  readonly tooWide: readonly string[];
  readonly innerWidth: number;
}

/** Where the parts of each message stand. In the view's own document. */
export function measureView(): Measurement {
  const measure = (article: Element): Measured => {
    const whole = article.getBoundingClientRect();
    const place = (selector: string): Box | undefined => {
      const box = article.querySelector(selector)?.getBoundingClientRect();
      return box && [box.left - whole.left, box.top - whole.top, box.width, box.height];
    };
    const none: Box = [0, 0, 0, 0];
    const badge = place('.head .role');
    const time = place('time');
    return {
      role: article.getAttribute('data-role') ?? '',
      width: whole.width,
      author: place('[data-part=author]') ?? none,
      ...(badge ? { badge } : {}),
      ...(time ? { time } : {}),
      text: place('[data-part=text]') ?? none,
    };
  };
  const places = [document.documentElement, ...document.querySelectorAll('main, [role=log], [data-part=raw]')];
  return {
    messages: [...document.querySelectorAll('[role=log] article')].map(measure),
    tooWide: places
      .filter((place) => place.scrollWidth > place.clientWidth + 1)
      .map((place) => `${place.localName} ${place.scrollWidth}/${place.clientWidth}`),
    innerWidth,
  };
}
