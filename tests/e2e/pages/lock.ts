import type { PageView } from '../open-pages.ts';
import { fill, press, type View, waitUntil } from '../view.ts';

interface Browser {
  readonly storage: {
    readonly session: { get(keys: unknown): Promise<Record<string, unknown>>; set(values: object): Promise<void> };
  };
}

/** Firefox calls it `browser`, older Chromium `chrome`. */
interface WithStorage {
  readonly browser?: Browser;
  readonly chrome: Browser;
}

/** Sets a passphrase by the options page and waits until it is set. */
export async function setPassphrase(options: PageView, passphrase: string): Promise<void> {
  await fill(options, { name: 'New passphrase', region: 'Lock' }, passphrase);
  await fill(options, { name: 'Repeat passphrase', region: 'Lock' }, passphrase);
  await press(options, 'Set passphrase', 'Lock');
  await waitUntil('the switch to be on', () => options.evaluate(isProtected));
}

/** Types a passphrase into a locked view. */
export async function unlock(view: PageView, passphrase: string): Promise<void> {
  await fill(view, { name: 'Passphrase' }, passphrase);
  await press(view, 'Unlock');
}

/** Everything in the memory-backed storage, as one text; the view is one of the extension's own. */
export function readSession(view: View): Promise<string> {
  return view.evaluate(async () => {
    const { storage } = (globalThis as unknown as WithStorage).browser ?? (globalThis as unknown as WithStorage).chrome;
    return JSON.stringify(await storage.session.get(null));
  });
}

/** Moves the deadline to `left` ms from now, as if the rest had passed; answers with it, in ms since the epoch. */
export function shortenDeadline(view: View, left: number): Promise<number> {
  return view.evaluate(async (ms: number) => {
    const { storage } = (globalThis as unknown as WithStorage).browser ?? (globalThis as unknown as WithStorage).chrome;
    const lockAt = Date.now() + ms;
    const { unlocked, lock } = (await storage.session.get(['unlocked', 'lock'])) as { unlocked: object; lock: object };
    await storage.session.set({ unlocked: { ...unlocked, lockAt }, lock: { ...lock, lockAt } });
    return lockAt;
  }, left);
}

/** From now on the view itself notes when it holds nothing of a conversation any more: a test that looks comes late. */
export async function noteEmptying(view: View): Promise<void> {
  await view.evaluate(() => {
    // On the document: in Firefox's panel each evaluation has globals of its own.
    const { dataset } = document.documentElement;
    delete dataset.emptiedAt;
    const look = () => {
      const isEmpty = document.querySelector('main')?.dataset.state === 'locked' && document.querySelector('article') === null;
      if (isEmpty) dataset.emptiedAt ??= String(Date.now());
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/** When the view was empty, in ms since the epoch; undefined: it never was. */
export async function readEmptying(view: View): Promise<number | undefined> {
  const noted = await view.evaluate(() => document.documentElement.dataset.emptiedAt);
  return noted === undefined ? undefined : Number(noted);
}

function isProtected(): boolean {
  return document.querySelector('[role=switch][aria-checked=true]:is(.lock-switch *)') !== null;
}
