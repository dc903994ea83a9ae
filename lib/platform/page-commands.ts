import { browser } from 'wxt/browser';
import type { PickerFrame, TaughtRule } from '../domain/taught-rule.ts';
import type { FrameAnswer } from './content-script.ts';
import { waitAtMost } from './wait-at-most.ts';

const PICKER = '/picker.js';
/** A large page takes its time to be read. */
const TRIAL_MS = 5000;

/** What our scripts leave in their own world for commands; the page cannot see it. */
export interface PageHooks {
  backscrollRules?: { setRules(rules: readonly TaughtRule[]): void; tryRules(rules: readonly TaughtRule[]): Promise<unknown> };
  backscrollPicker?: { readonly frame: PickerFrame; start(token: string): Promise<unknown>; cancel(token?: string): void };
}

/** Ids of the open tabs whose page the browser lets us see, and whether their page is of `site` itself. */
async function listTabs(site: string): Promise<readonly { readonly tabId: number; readonly isOwn: boolean }[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url }) =>
    id === undefined || url === undefined ? [] : [{ tabId: id, isOwn: URL.parse(url)?.origin === site }],
  );
}

/**
 * Tells all open pages of a site, in tabs and in frames of other sites' tabs, which rules hold from now on. A tab that refuses (an
 * error page, say) is passed over, one that answers late is not waited for. Sandboxed frames have no origin: the tab's own counts.
 */
export async function setRulesInTabs(site: string, rules: readonly TaughtRule[]): Promise<void> {
  const func = (origins: readonly string[], all: readonly TaughtRule[]) => {
    if (origins.includes(self.origin)) (globalThis as PageHooks).backscrollRules?.setRules(all);
  };
  await Promise.all(
    (await listTabs(site)).map(({ tabId, isOwn }) =>
      waitAtMost(
        browser.scripting.executeScript({
          target: { tabId, allFrames: true },
          func,
          args: [isOwn ? [site, 'null'] : [site], [...rules]],
          // Otherwise a tab that never stops loading would never hear of them.
          injectImmediately: true,
        }),
      ),
    ),
  );
}

/** What the frames of a tab that are of `site` would show now with these rules, and no others; to be parsed. */
export async function tryRulesInTab(tab: number, site: string, rules: readonly TaughtRule[]): Promise<readonly unknown[]> {
  const isOwn = URL.parse((await readTabUrl(tab)) ?? '')?.origin === site;
  const func = (origins: readonly string[], all: readonly TaughtRule[]) =>
    origins.includes(self.origin) ? (globalThis as PageHooks).backscrollRules?.tryRules(all) : undefined;
  const target = { tabId: tab, allFrames: true };
  const args = [isOwn ? [site, 'null'] : [site], [...rules]] as [string[], TaughtRule[]];
  const frames = await waitAtMost(browser.scripting.executeScript({ target, func, args, injectImmediately: true }), TRIAL_MS);
  return (frames ?? []).flatMap(({ result }) => result ?? []);
}

/** Tabs in which a page of a site may be open. */
export async function listTabsOf(site: string): Promise<readonly number[]> {
  return (await listTabs(site)).filter(({ isOwn }) => isOwn).map(({ tabId }) => tabId);
}

/** Makes the picker ready in every frame of a tab; what each says that it is, to be parsed. */
export async function bringPicker(tab: number): Promise<readonly FrameAnswer[]> {
  const frames = await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    files: [PICKER],
    injectImmediately: true,
  });
  return frames.map(({ frameId, result }) => ({ frame: frameId, answer: result }));
}

/** Lets the agent click a number in a frame that has a picker; to be parsed. `null`: cancelled. Rejects when the frame goes. */
export async function pickInFrame(tab: number, frame: number, token: string): Promise<unknown> {
  const func = (word: string) => (globalThis as PageHooks).backscrollPicker?.start(word);
  const [answer] = await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, func, args: [token] });
  return answer?.result;
}

/** Ends the picking in all frames of a tab: that of `token` only, where given. */
export async function cancelPickInTab(tab: number, token?: string): Promise<void> {
  const func = (word: string | null) => (globalThis as PageHooks).backscrollPicker?.cancel(word ?? undefined);
  await browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, func, args: [token ?? null] });
}

/** The address that a tab shows, where the browser lets the extension see it. */
export async function readTabUrl(tab: number): Promise<string | undefined> {
  return (await browser.tabs.get(tab)).url;
}
