import { type View, waitUntil } from '../view.ts';

/** What the contract lets a test rely on in the conversation view: side panel, in-page frame and popup alike. */
export type ViewState = 'idle' | 'loading' | 'ready' | 'failed' | 'locked' | 'no-access';

export interface ShownMessage {
  readonly id: string;
  readonly role: string;
  readonly author: string;
  readonly time?: string;
  readonly text: string;
}

export interface ShownFailure {
  readonly kind: string;
  readonly text: string;
  /** Names of its buttons and links. */
  readonly actions: readonly string[];
  readonly retryAt?: string;
}

/** Waits until the view is in this state and, where given, shows this conversation (`<provider>:<id>`). */
export async function waitForState(view: View, state: ViewState, conversation?: string): Promise<void> {
  const wanted = conversation === undefined ? state : `${state} ${conversation}`;
  try {
    await waitUntil(`state "${wanted}"`, async () => {
      const main = await readMain(view);
      return main.state === state && (conversation === undefined || main.conversation === conversation);
    });
  } catch (error) {
    const shown = await view.evaluate(() => {
      const main = document.querySelector('main');
      return JSON.stringify({ ...main?.dataset, text: main?.textContent.slice(0, 600) });
    });
    throw new Error(`${error instanceof Error ? error.message : error}\nThe view shows: ${shown}`);
  }
}

/** Waits until every message of the conversation is in the document. */
export async function waitForWholeLog(view: View): Promise<void> {
  await waitUntil('the whole transcript', () =>
    view.evaluate(() => {
      const log = document.querySelector('[role=log]');
      return log !== null && log.getAttribute('aria-busy') !== 'true';
    }),
  );
}

export function readMain(view: View) {
  return view.evaluate(() => {
    const main = document.querySelector('main');
    return { state: main?.dataset.state, conversation: main?.dataset.conversation, tab: main?.dataset.tab };
  });
}

/** The messages in document order. */
export function readMessages(view: View): Promise<readonly ShownMessage[]> {
  return view.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=log] article[data-message-id]')].map((article) => {
      const read = (selector: string): HTMLElement | null => article.querySelector<HTMLElement>(selector);
      const time = read('time[datetime]')?.getAttribute('datetime');
      return {
        id: article.dataset.messageId ?? '',
        role: article.dataset.role ?? '',
        author: read('[data-part=author]')?.textContent ?? '',
        ...(time ? { time } : {}),
        text: read('[data-part=text]')?.textContent ?? '',
      };
    }),
  );
}

/** Facts by name: `data-value` of every `[data-fact]`. */
export function readFacts(view: View): Promise<Readonly<Record<string, string>>> {
  return view.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-fact]')].map((fact) => [fact.dataset.fact, fact.dataset.value ?? '']),
    ),
  );
}

export function readFailure(view: View): Promise<ShownFailure | undefined> {
  return view.evaluate(() => {
    const alert = document.querySelector<HTMLElement>('[role=alert][data-failure]');
    if (alert === null) return undefined;
    const { failure, retryAt } = alert.dataset;
    const actions = [...alert.querySelectorAll('button, a[href]')].map((action) => (action.textContent ?? '').trim());
    return { kind: failure ?? '', text: alert.textContent ?? '', actions, ...(retryAt ? { retryAt } : {}) };
  });
}

/** The tabs of a ticket with several ids, in their order. */
export function readTabs(view: View): Promise<readonly { readonly name: string; readonly selected: boolean }[]> {
  return view.evaluate(() =>
    [...document.querySelectorAll('[role=tablist] [role=tab]')].map((tab) => ({
      name: (tab.getAttribute('aria-label') ?? tab.textContent ?? '').trim(),
      selected: tab.getAttribute('aria-selected') === 'true',
    })),
  );
}
