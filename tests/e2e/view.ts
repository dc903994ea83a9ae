import type { Page } from 'puppeteer-core';

/** A document that a story looks at and acts on. */
export interface View {
  readonly evaluate: <A extends unknown[], R>(run: (...args: A) => R, ...args: A) => Promise<Awaited<R>>;
  /** Absent where the browser gives the document only (Firefox's sidebar): clicks there are the document's own. */
  readonly page?: Page;
}

export function viewPage(page: Page): View {
  return { page, evaluate: (run, ...args) => page.evaluate(run as never, ...args) as never };
}

const POLL_MS = 25;

/** Waits until `read` gives something other than `undefined` or `false`; a document that is just being replaced counts as "not yet". */
export async function waitUntil<T>(what: string, read: () => Promise<T | undefined | false>, timeoutMs = 20_000): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await read();
      if (value !== undefined && value !== false) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.${last ? ` Last: ${last}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export interface ControlRequest {
  readonly role: 'button' | 'textbox' | 'combobox' | 'radio' | 'switch' | 'tab' | 'spinbutton' | 'link';
  /** Accessible name, whole. */
  readonly name: string;
  /** Name of the region that it is in. */
  readonly region?: string;
}

/** A control by role and accessible name, as assistive technology finds it. */
export function locate(page: Page, { role, name, region }: ControlRequest) {
  const control = `::-p-aria([name="${name}"][role="${role}"])`;
  return page.locator(region === undefined ? control : `::-p-aria([name="${region}"][role="region"]) >>>> ${control}`);
}

/** A real click of the mouse where the browser lets us. */
export async function press(view: View, name: string, region?: string): Promise<void> {
  if (view.page) return locate(view.page, { role: 'button', name, ...(region === undefined ? {} : { region }) }).click();
  await waitUntil(`button "${name}"`, () => view.evaluate(clickButton, name));
}

export async function fill(view: View & { page: Page }, request: Omit<ControlRequest, 'role'>, text: string): Promise<void> {
  await locate(view.page, { role: 'textbox', ...request }).fill(text);
}

function clickButton(name: string): boolean {
  const named = [...document.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent ?? '').trim() === name,
  );
  named?.click();
  return named !== undefined;
}
