import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import messages from '../../public/_locales/en/messages.json';

interface StoredMessage {
  readonly message: string;
  readonly placeholders?: { readonly [name: string]: { readonly content: string } };
}

const STORED = messages as { readonly [key: string]: StoredMessage };

/** As browsers do it: named placeholders, each standing for `$1`, `$2`… */
function readMessage(key: string, substitutions: readonly string[] = []): string {
  const { message, placeholders = {} } = STORED[key] ?? { message: '' };
  return message.replace(/\$([A-Z]+)\$/g, (_whole, name: string) => {
    const content = placeholders[name.toLowerCase()]?.content ?? '';
    return content.replace(/\$(\d)/, (_sign, place: string) => substitutions[Number(place) - 1] ?? '');
  });
}

let container: HTMLElement | undefined;
/** What was put off to an idle moment or the next frame, and has not run yet. */
const waiting = new Set<unknown>();

function callLater(run: () => void): unknown {
  const timer = setTimeout(() => {
    waiting.delete(timer);
    run();
  });
  waiting.add(timer);
  return timer;
}

function cancelLater(timer: ReturnType<typeof setTimeout>): void {
  waiting.delete(timer);
  clearTimeout(timer);
}

/** Draws a view into the document, with the English sentences; drawing again updates it. */
export function mount(view: ComponentChild): HTMLElement {
  fakeBrowser.i18n.getMessage = readMessage as typeof fakeBrowser.i18n.getMessage;
  fakeBrowser.i18n.getUILanguage = () => 'en-GB';
  for (const kind of ['IdleCallback', 'AnimationFrame']) {
    vi.stubGlobal(`request${kind}`, callLater);
    vi.stubGlobal(`cancel${kind}`, cancelLater);
  }
  container ??= document.body.appendChild(document.createElement('div'));
  const root = container;
  void act(() => render(view, root));
  return root;
}

export function unmount(): void {
  if (container) {
    render(null, container);
    container.remove();
    container = undefined;
  }
}

/** Lets what was begun come to its end: until nothing is put off any more, and a turn of the event loop changes nothing. */
export async function settle(): Promise<void> {
  let before: string | undefined;
  while (waiting.size > 0 || before !== container?.innerHTML) {
    before = container?.innerHTML;
    await act(() => new Promise((done) => setTimeout(done)));
  }
}

export function find(root: ParentNode, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) {
    throw new Error(`nothing matches ${selector}`);
  }
  return found;
}

/** The button, tab or switch with exactly this name. */
export function findByName(root: ParentNode, name: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>('button, [role]')].find(
    (element) => (element.getAttribute('aria-label') ?? element.textContent?.trim()) === name,
  );
  if (!found) {
    throw new Error(`nothing is named ${name}`);
  }
  return found;
}

/** The box that this label belongs to. */
export function findBox<T extends HTMLElement = HTMLInputElement>(root: ParentNode, label: string): T {
  const found = [...root.querySelectorAll('label')].find((element) => element.textContent?.trim() === label);
  return find(root, `#${CSS.escape(found?.getAttribute('for') ?? `no label ${label}`)}`) as T;
}

export function click(element: HTMLElement): void {
  void act(() => element.click());
}

export function type(box: HTMLInputElement, text: string): void {
  void act(() => {
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
