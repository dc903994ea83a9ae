import { fail, type Result, succeed } from '../domain/result.ts';
import { isSameRule, MAX_RULES, MAX_SITE_RULES, putRules, RULE_FILE_VERSIONS, type TaughtRule } from '../domain/taught-rule.ts';
import type { ImportRefusal } from '../platform/messages.ts';
import { setRulesInTabs } from '../platform/page-commands.ts';
import { writeValue } from '../platform/stored-value.ts';
import { createQueue } from './queue.ts';
import { readStored } from './read-stored.ts';
import { ruleFile, rules as rulesSchema } from './rule-schemas.ts';

const inTurn = createQueue();

async function readRules(): Promise<readonly TaughtRule[]> {
  return ((await readStored('rules')) ?? []) as readonly TaughtRule[];
}

/** The rules that hold on one site: all that its pages get to know. */
export async function listSiteRules(site: string): Promise<readonly TaughtRule[]> {
  return (await readRules()).filter((rule) => rule.site === site);
}

/** False: nothing was changed, since the rules would be too many or two of them the same. */
function changeRules(change: (rules: readonly TaughtRule[]) => readonly TaughtRule[]): Promise<boolean> {
  return inTurn(async () => {
    const before = await readRules();
    const after = change(before);
    if (!rulesSchema.safeParse(after).success) return false;
    await writeValue('local', 'rules', after);
    const sites = new Set([...before, ...after].map(({ site }) => site));
    await Promise.all(
      [...sites].map((site) =>
        setRulesInTabs(
          site,
          after.filter((rule) => rule.site === site),
        ),
      ),
    );
    return true;
  });
}

/** Keeps rules; those that looked in the same places go. */
export function keepRules(kept: readonly TaughtRule[]): Promise<boolean> {
  return changeRules((rules) => putRules(rules, kept));
}

/** Puts a rule in another's place, on the same site; `null` deletes it. */
export async function replaceRule(rule: TaughtRule, by: TaughtRule | null): Promise<boolean> {
  if (by && by.site !== rule.site) return false;
  return changeRules((rules) => rules.flatMap((other) => (isSameRule(other, rule) ? (by ? [by] : []) : [other])));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isOtherVersion(file: unknown): boolean {
  const { format, version } = (file ?? {}) as { format?: unknown; version?: unknown };
  return format === 'backscroll-rules' && !RULE_FILE_VERSIONS.includes(version);
}

/** Takes in an exported file: all of it or nothing. Rules that are there already, by what they look for, are replaced. */
export async function importRules(text: string): Promise<Result<{ readonly count: number }, ImportRefusal>> {
  const file = parseJson(text);
  if (file === undefined) return fail({ kind: 'not-json' });
  if (isOtherVersion(file)) return fail({ kind: 'other-version' });
  const parsed = ruleFile.safeParse(file);
  if (!parsed.success) return fail({ kind: 'wrong-shape', where: formatPath(parsed.error.issues[0]?.path) });
  const taken = parsed.data.rules as readonly TaughtRule[];
  return (await keepRules(taken))
    ? succeed({ count: taken.length })
    : fail({ kind: 'too-many', all: MAX_RULES, site: MAX_SITE_RULES });
}

/** Where in a file the first fault is: `rules.2.text`. */
function formatPath(path: readonly PropertyKey[] | undefined): string {
  return (path ?? []).map(String).join('.').slice(0, 60);
}
