import { deriveRules, readPicked } from '../detect/rules/derive-rules.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import { findOrigin } from '../domain/site.ts';
import type { TaughtRule } from '../domain/taught-rule.ts';
import type { TeachRefusal } from '../platform/messages.ts';
import { cancelPickInTab, pickInTab, readTabUrl, tryRuleInTab } from '../platform/page-commands.ts';
import { keepRule } from './manage-rules.ts';
import { findSite } from './manage-sites.ts';
import { pick as pickSchema, trial } from './rule-schemas.ts';

/** Whether a rule finds exactly this id on the page that the tab shows. */
async function findsExactly(tab: number, rule: TaughtRule, id: string): Promise<boolean> {
  const found = trial.safeParse(await tryRuleInTab(tab, rule));
  return found.success && found.data.length === 1 && found.data.every((one) => one.id === id && one.refusal === undefined);
}

/** The address of a tab on an enabled site; undefined on any other page. */
async function readSiteUrl(tab: number): Promise<URL | undefined> {
  const url = await readTabUrl(tab);
  const origin = findOrigin(url);
  return url !== undefined && origin !== undefined && (await findSite(origin)) ? new URL(url) : undefined;
}

async function pickAndLearn(tab: number): Promise<Result<TaughtRule, TeachRefusal>> {
  if (!(await readSiteUrl(tab))) return fail({ kind: 'site-off' });
  const picked = await pickInTab(tab);
  if (picked === null) return fail({ kind: 'cancelled' });
  const pick = pickSchema.safeParse(picked);
  // The page may have gone elsewhere meanwhile: what counts is where it is now.
  const url = await readSiteUrl(tab);
  if (!pick.success || !url) return fail({ kind: 'page-gone' });
  const id = readPicked(pick.data);
  if (id === undefined) return fail({ kind: 'no-id' });
  for (const rule of deriveRules(pick.data, url)) {
    if (!(await findsExactly(tab, rule, id))) continue;
    return (await keepRule(rule)) ? succeed(rule) : fail({ kind: 'too-many' });
  }
  return fail({ kind: 'nothing-derived' });
}

/** Lets the agent click the id in a tab, and keeps the first rule that finds exactly this id there. */
export async function teachRule(tab: number): Promise<Result<TaughtRule, TeachRefusal>> {
  try {
    return await pickAndLearn(tab);
  } catch {
    // The tab was closed, left its page, or lost its permission.
    return fail({ kind: 'page-gone' });
  }
}

/** Ends the picking in a tab. */
export async function cancelTeaching(tab: number): Promise<void> {
  await cancelPickInTab(tab).catch(() => undefined);
}
