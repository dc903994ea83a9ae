import type { TaughtRule } from '../domain/taught-rule.ts';
import type { RuleTrial } from '../platform/messages.ts';
import { listTabsOf, tryRuleInTab } from '../platform/page-commands.ts';
import { trial } from './rule-schemas.ts';

/** More tabs than these are not asked. */
const MAX_TABS = 10;
const MAX_IDS = 5;

/** The ids that a rule alone finds on the page that a tab shows, each once. */
export async function findIds(tab: number, rule: TaughtRule): Promise<readonly string[]> {
  const found = trial.safeParse(await tryRuleInTab(tab, rule));
  return found.success ? [...new Set(found.data.filter(({ refusal }) => refusal === undefined).map(({ id }) => id))] : [];
}

/** What a rule finds on the pages of its site that are open now. A tab that refuses is passed over. */
export async function tryRule(rule: TaughtRule): Promise<RuleTrial> {
  const tabs = (await listTabsOf(rule.site)).slice(0, MAX_TABS);
  const found = await Promise.all(tabs.map((tab) => findIds(tab, rule).catch(() => [])));
  return { pages: tabs.length, ids: found.map((ids) => ids.slice(0, MAX_IDS)).filter((ids) => ids.length > 0) };
}
