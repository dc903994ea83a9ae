import type { View } from '../view.ts';

/** How a look-up ended, as the agent sees it. */
export interface Outcome {
  readonly state: string;
  readonly conversation: string;
  /** Of the alert; absent where there is none. */
  readonly failure?: string;
  readonly sentence: string;
  /** Names of the alert's buttons and links. */
  readonly actions: readonly string[];
  readonly retryAt?: string;
  /** Everything the view shows. */
  readonly text: string;
  /** Elements that would be a drawn web page. */
  readonly foreign: number;
  readonly messages: number;
  /** What the view shows of an answer that could not be read; absent where nothing. */
  readonly raw?: string;
  /** From the click to the end, ms. */
  readonly took: number;
}

/**
 * Looks a conversation up in a popup's document that need not be in front, and waits for the end of it: many go on side by side
 * in one browser.
 */
export function askByHand(view: View, provider: string, id: string, limitMs = 32_000): Promise<Outcome> {
  return view.evaluate(askHere, provider, id, limitMs);
}

/** Runs in the popup's document. */
async function askHere(provider: string, id: string, limitMs: number): Promise<Outcome> {
  const main = () => document.querySelector<HTMLElement>('main');
  const box = document.querySelector('input') as HTMLInputElement;
  const list = document.querySelector('select') as HTMLSelectElement;
  const change = async (control: HTMLInputElement | HTMLSelectElement, value: string, type: string) => {
    control.value = value;
    control.dispatchEvent(new Event(type, { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
  };
  await change(list, [...list.options].find(({ text }) => text.trim() === provider)?.value ?? '', 'change');
  await change(box, id, 'input');
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Look up');
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    // A view that asks for it by itself at this moment does not begin anew.
    let isUnderWay = main()?.dataset.state === 'loading' && main()?.dataset.conversation?.split(':')[1] === id;
    const look = () => {
      const { state, conversation } = main()?.dataset ?? {};
      if (conversation?.split(':')[1] !== id && state !== 'locked' && state !== 'no-access') return;
      if (state === 'loading') isUnderWay = true;
      else if (isUnderWay) end();
    };
    const watcher = new MutationObserver(look);
    const timer = setTimeout(() => {
      watcher.disconnect();
      reject(new Error(`${provider} ${id}: no end after ${limitMs} ms, but ${JSON.stringify(main()?.dataset)}`));
    }, limitMs);
    const end = () => {
      watcher.disconnect();
      clearTimeout(timer);
      resolve();
    };
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
    button?.click();
  });
  const took = performance.now() - start;
  const alert = document.querySelector<HTMLElement>('[role=alert][data-failure]');
  const { failure, retryAt } = alert?.dataset ?? {};
  const raw = document.querySelector('[data-part=raw]')?.textContent;
  return {
    state: main()?.dataset.state ?? '',
    conversation: main()?.dataset.conversation ?? '',
    ...(failure ? { failure } : {}),
    sentence: alert?.querySelector('p')?.textContent ?? '',
    actions: [...(alert?.querySelectorAll('button, a[href]') ?? [])].map((action) => (action.textContent ?? '').trim()),
    ...(retryAt ? { retryAt } : {}),
    text: main()?.textContent ?? '',
    foreign: document.querySelectorAll('main form, main iframe, main img, main title').length,
    messages: document.querySelectorAll('[role=log] article').length,
    ...(raw == null ? {} : { raw }),
    took,
  };
}
