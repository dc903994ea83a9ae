import { browser } from 'wxt/browser';
import type { TaughtRule } from '../domain/taught-rule.ts';

const PICKER = '/picker.js';

/** What the content script leaves in its own world for commands; the page cannot see it. */
export interface PageHooks {
  backscrollRules?: { setRules(rules: readonly TaughtRule[]): void; tryRule(rule: TaughtRule): Promise<unknown> };
  backscrollPick?: AbortController;
}

/** Tells all open tabs of a site which rules hold from now on. A tab that refuses (an error page, say) is passed over. */
export async function setRulesInTabs(site: string, rules: readonly TaughtRule[]): Promise<void> {
  const tabs = await browser.tabs.query({});
  const open = tabs.filter(({ url }) => url !== undefined && URL.parse(url)?.origin === site);
  const func = (all: readonly TaughtRule[]) => (globalThis as PageHooks).backscrollRules?.setRules(all);
  await Promise.allSettled(
    open.map(({ id }) =>
      browser.scripting.executeScript({ target: { tabId: id as number, allFrames: true }, func, args: [[...rules]] }),
    ),
  );
}

/** What one rule alone finds in a tab now; to be parsed. */
export async function tryRuleInTab(tab: number, rule: TaughtRule): Promise<unknown> {
  const func = (one: TaughtRule) => (globalThis as PageHooks).backscrollRules?.tryRule(one);
  const [frame] = await browser.scripting.executeScript({ target: { tabId: tab }, func, args: [rule] });
  return frame?.result;
}

/** Lets the agent click a number in a tab; to be parsed. `null`: cancelled. */
export async function pickInTab(tab: number): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId: tab }, files: [PICKER] });
  return frame?.result;
}

/** Ends the picking in a tab, where there is any. */
export async function cancelPickInTab(tab: number): Promise<void> {
  const func = () => (globalThis as PageHooks).backscrollPick?.abort();
  await browser.scripting.executeScript({ target: { tabId: tab }, func });
}

/** The address that a tab shows, where the browser lets the extension see it. */
export async function readTabUrl(tab: number): Promise<string | undefined> {
  return (await browser.tabs.get(tab)).url;
}
