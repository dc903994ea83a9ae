import type { Candidate } from '../domain/candidate.ts';
import type { TaughtRule } from '../domain/taught-rule.ts';
import type { RuleTrial } from '../platform/messages.ts';
import { listTabsOf, tryRulesInTab } from '../platform/page-commands.ts';
import { trial } from './rule-schemas.ts';

/** More tabs than these are not asked. */
const MAX_TABS = 10;
const MAX_IDS = 5;

/** What the page that a tab shows would hold with these rules of a site, and no others. */
export async function tryRules(tab: number, site: string, rules: readonly TaughtRule[]): Promise<readonly Candidate[]> {
  const found = trial.safeParse(await tryRulesInTab(tab, site, rules));
  return found.success ? (found.data as readonly Candidate[]) : [];
}

/** The ids that a rule alone finds, or refuses, on the page that a tab shows, each once. */
export async function findIds(tab: number, rule: TaughtRule): Promise<readonly string[]> {
  const isHit = ({ kind, refusal }: Candidate) => (rule.refuses ? refusal === 'not-this' : kind === 'taught' && !refusal);
  return [...new Set((await tryRules(tab, rule.site, [rule])).filter(isHit).map(({ id }) => id))];
}

/** What a rule finds on the pages of its site that are open now. A tab that refuses is passed over. */
export async function tryRule(rule: TaughtRule): Promise<RuleTrial> {
  const tabs = (await listTabsOf(rule.site)).slice(0, MAX_TABS);
  const found = await Promise.all(tabs.map((tab) => findIds(tab, rule).catch(() => [])));
  return { pages: tabs.length, ids: found.map((ids) => ids.slice(0, MAX_IDS)).filter((ids) => ids.length > 0) };
}
