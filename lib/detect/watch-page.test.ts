// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from './watch-options.ts';
import { watchPage } from './watch-page.ts';

const DESK = 'https://desk.example.com/tickets/';

function goTo(ticket: number): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`${DESK}${ticket}`);
}

function show(id: string): void {
  document.body.innerHTML = `<main><p>Conversation ID: ${id}</p></main>`;
}

const CLOCK = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] as const;

/** The page's own clocks are the test's. */
function stopClocks(): void {
  vi.useFakeTimers({ toFake: [...CLOCK] });
  for (const name of CLOCK) {
    Object.defineProperty(document.defaultView, name, { configurable: true, writable: true, value: globalThis[name] });
  }
}

async function until(check: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !check(); turn += 1) await vi.advanceTimersByTimeAsync(10);
  expect(check()).toBe(true);
}

/** Longer than anything that the watcher waits for. */
const LONG = 20_000;

/** A frame whose document is the test's to choose; happy-dom would try to load an `iframe`. */
function makeFrame(read: () => Document): HTMLElement {
  const frame = document.createElement('frame');
  Object.defineProperty(frame, 'contentDocument', { get: read });
  return frame;
}

function makeDocument(readyState: DocumentReadyState, html: string): Document {
  const made = document.implementation.createHTMLDocument();
  made.body.innerHTML = html;
  Object.defineProperty(made, 'readyState', { value: readyState });
  Object.defineProperty(made, 'URL', { value: 'about:srcdoc' });
  return made;
}

describe('watchPage', () => {
  let controller: AbortController;
  let reports: Report[];

  const watch = (isInner = false) =>
    watchPage(document, { helpdesks: [], signal: controller.signal, isInner, report: (report) => void reports.push(report) });
  const said = () => reports.map(({ ticket, candidates }) => `${ticket} ${candidates.map(({ id }) => id).join()}`);

  beforeEach(() => {
    stopClocks();
    controller = new AbortController();
    reports = [];
    goTo(1);
    show('111111');
  });

  afterEach(() => {
    controller.abort();
    vi.useRealTimers();
  });

  it('names the ticket at once, then what it holds, then that the page is quiet', async () => {
    watch();
    expect(said()).toEqual(['tickets/1 ']);
    await until(() => reports.at(-1)?.settled === true);
    expect(said()).toEqual(['tickets/1 ', 'tickets/1 111111', 'tickets/1 111111']);
    await vi.advanceTimersByTimeAsync(LONG);
    expect(reports).toHaveLength(3);
  });

  it('takes everything back the moment the ticket changes, and waits for the page to follow', async () => {
    watch();
    await until(() => reports.at(-1)?.settled === true);
    reports.length = 0;
    goTo(2);
    window.dispatchEvent(new Event('popstate'));
    expect(reports).toEqual([{ helpdesk: 'generic', ticket: 'tickets/2', settled: false, candidates: [] }]);
    await vi.advanceTimersByTimeAsync(700);
    expect(said()).toEqual(['tickets/2 ']);
    show('222222');
    await until(() => said().at(-1) === 'tickets/2 222222');
    expect(said().join()).not.toContain('111111');
  });

  it('notices an address that changed without an event', async () => {
    watch();
    await until(() => said().at(-1) === 'tickets/1 111111');
    goTo(2);
    await until(() => said().at(-1) === 'tickets/2 ');
  });

  it('reads a value that a script fills in, and waits while one is typed', async () => {
    document.body.innerHTML = '<main><label>Conversation ID <input></label></main>';
    const input = document.querySelector('input') as HTMLInputElement;
    watch();
    await until(() => reports.at(-1)?.settled === true);
    input.value = '254626';
    await until(() => said().at(-1) === 'tickets/1 254626');
    input.focus();
    for (const value of ['7', '77', '777', '7777']) {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await vi.advanceTimersByTimeAsync(150);
    }
    await until(() => said().at(-1) === 'tickets/1 7777');
    for (const part of ['7', '77', '777']) expect(said()).not.toContain(`tickets/1 ${part}`);
  });

  it('lets a frame of its own speak once, to be answered with the rules, then of ids only, and never of the ticket', async () => {
    document.body.innerHTML = '<main>Hello</main>';
    watch(true);
    await vi.advanceTimersByTimeAsync(700);
    expect(reports).toEqual([{ helpdesk: 'generic', settled: true, candidates: [] }]);
    show('254626');
    await until(() => reports.length > 1);
    expect(reports[1]).toMatchObject({ candidates: [{ id: '254626' }] });
    expect(reports[1]).not.toHaveProperty('ticket');
  });

  it('looks again when the page moves, but not when only the sidebar comes or goes', async () => {
    watch();
    await until(() => reports.at(-1)?.settled === true);
    const looks = vi.spyOn(document, 'querySelectorAll');
    const sidebar = document.createElement('backscroll-sidebar');
    document.documentElement.append(sidebar);
    await vi.advanceTimersByTimeAsync(LONG);
    sidebar.remove();
    await vi.advanceTimersByTimeAsync(LONG);
    expect(looks).not.toHaveBeenCalled();
    document.documentElement.append(sidebar, document.createElement('p'));
    await until(() => looks.mock.calls.length > 0);
    sidebar.remove();
    looks.mockRestore();
  });

  it('says nothing more once it is stopped', async () => {
    watch();
    await until(() => said().at(-1) === 'tickets/1 111111');
    const count = reports.length;
    controller.abort();
    goTo(2);
    window.dispatchEvent(new Event('popstate'));
    show('222222');
    await vi.advanceTimersByTimeAsync(700);
    expect(reports).toHaveLength(count);
  });

  it('reads a frame that came in while the page around it was read, in a shadow root that was not known yet', async () => {
    document.body.innerHTML = '<main></main>';
    watch();
    await until(() => reports.at(-1)?.settled === true);
    const early = makeDocument('loading', '');
    const late = makeDocument('complete', '<p>Conversation ID: 254626</p>');
    let shown = early;
    const frame = makeFrame(() => {
      // It is whole right after it was looked at; its event stays inside the shadow root.
      queueMicrotask(() => {
        if (shown === late) return;
        shown = late;
        frame.dispatchEvent(new Event('load'));
      });
      return shown;
    });
    document.querySelector('main')?.attachShadow({ mode: 'open' }).append(frame);
    document.body.append('more');
    await until(() => said().at(-1) === 'tickets/1 254626');
  });

  it('does not call a page quiet whose frame is still coming in', async () => {
    let shown = makeDocument('loading', '');
    document.querySelector('main')?.replaceChildren(makeFrame(() => shown));
    watch();
    await vi.advanceTimersByTimeAsync(2000);
    expect(reports.map(({ settled }) => settled)).toEqual([false]);
    shown = makeDocument('complete', '<p>Conversation ID: 254626</p>');
    await until(() => reports.at(-1)?.settled === true);
    expect(said().at(-1)).toBe('tickets/1 254626');
    expect(reports.filter(({ settled, candidates }) => settled && candidates.length === 0)).toEqual([]);
  });

  it('does not let what comes late wait, where looks have become dear, once the page is at rest', async () => {
    const clock = performance;
    let spent = 0;
    // Each look takes hundreds of ms.
    const slow = {
      now() {
        spent += 20;
        return clock.now() + spent;
      },
    };
    Object.defineProperty(document.defaultView, 'performance', { configurable: true, writable: true, value: slow });
    document.body.innerHTML = '<main><p>Hello</p></main>';
    watch();
    await until(() => reports.some(({ settled }) => settled));
    document.body.append(document.createElement('hr'));
    await vi.advanceTimersByTimeAsync(100);
    show('254626');
    const began = clock.now();
    await until(() => said().includes('tickets/1 254626'));
    expect(clock.now() - began).toBeLessThan(1500);
  });

  it('says nothing of a page that it has not looked at, until it seems that it never ends', async () => {
    Object.defineProperty(document, 'readyState', { configurable: true, value: 'loading' });
    watch();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(reports).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(LONG);
    expect(reports.map(({ settled, candidates }) => [settled, candidates.length])).toEqual([
      [false, 0],
      [true, 0],
    ]);
    Object.defineProperty(document, 'readyState', { configurable: true, value: 'complete' });
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await until(() => said().at(-1) === 'tickets/1 111111');
  });
});
