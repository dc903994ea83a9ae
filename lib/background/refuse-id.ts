import { deriveRefusals } from '../detect/rules/derive-refusals.ts';
import type { Candidate } from '../domain/candidate.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import { putRules, type TaughtRule } from '../domain/taught-rule.ts';
import type { RefuseRefusal } from '../platform/messages.ts';
import { readValue } from '../platform/stored-value.ts';
import { keepRules, listSiteRules } from './manage-rules.ts';
import { tryRules } from './try-rule.ts';

type Refused = Result<readonly TaughtRule[], RefuseRefusal>;

/** An id may stand in several places, each of which takes a rule. */
const MAX_PLACES = 5;

function isSamePlace(a: Candidate, b: Candidate): boolean {
  return a.id === b.id && a.kind === b.kind && a.label === b.label;
}

/** The site of the frame that reports a candidate as taken. */
async function findSiteOf(tab: number, candidate: Candidate): Promise<string | undefined> {
  const reports = (await readValue('session', `reports:${tab}`)) ?? [];
  const isThere = (one: Candidate) => !one.refusal && isSamePlace(one, candidate) && one.excerpt === candidate.excerpt;
  return reports.find(({ candidates }) => candidates.some(isThere))?.site;
}

/** What may be changed so that a candidate is no longer taken, best first. */
function listChanges(rules: readonly TaughtRule[], candidate: Candidate, site: string): readonly TaughtRule[] {
  if (candidate.kind !== 'taught') return deriveRefusals(candidate, site);
  // Found by a rule of the agent's own: that one was wrong.
  const found = rules.filter(({ enabled, refuses, text }) => enabled && !refuses && text === candidate.label);
  return found.map((rule) => ({ ...rule, enabled: false }));
}

/** What a tab would show with changed rules. */
type Look = (changed: readonly TaughtRule[]) => Promise<readonly Candidate[]>;

/** With the first change that leaves what is good. */
async function addChange(
  look: Look,
  kept: readonly TaughtRule[],
  changes: readonly TaughtRule[],
  isGood: (taken: readonly Candidate[]) => boolean,
) {
  for (const change of changes) {
    const taken = await look([...kept, change]);
    if (isGood(taken)) return { kept: [...kept, change], taken };
  }
  return undefined;
}

/** Refuses place after place, until the id is gone from the page, and no other. */
async function learn(tab: number, site: string, refused: Candidate): Promise<Refused> {
  const rules = await listSiteRules(site);
  const look: Look = async (changed) => (await tryRules(tab, site, putRules(rules, changed))).filter(({ refusal }) => !refusal);
  let taken = await look([]);
  const others = taken.filter(({ id }) => id !== refused.id);
  let kept: readonly TaughtRule[] = [];
  // What is no longer there cannot be tried.
  let place = taken.find((one) => isSamePlace(one, refused));
  if (!place) return fail({ kind: 'page-gone' });
  for (let turn = 0; place && turn < MAX_PLACES; turn += 1) {
    const current: Candidate = place;
    const changes = listChanges(rules, current, site);
    const isGood = (left: readonly Candidate[]) =>
      !left.some((one) => isSamePlace(one, current)) && others.every(({ id }) => left.some((one) => one.id === id));
    const changed = await addChange(look, kept, changes, isGood);
    if (!changed) return fail({ kind: changes.length > 0 ? 'finds-several' : 'nothing-derived' });
    ({ kept, taken } = changed);
    place = taken.find(({ id }) => id === refused.id);
  }
  if (place) return fail({ kind: 'finds-several' });
  return (await keepRules(kept)) ? succeed(kept) : fail({ kind: 'too-many' });
}

/** Refuses, from now on, what stands where a candidate of a tab stands, which is not the id; answered with the rules that say so. */
export async function refuseId(tab: number, candidate: Candidate): Promise<Refused> {
  try {
    const site = await findSiteOf(tab, candidate);
    return site === undefined ? fail({ kind: 'page-gone' }) : await learn(tab, site, candidate);
  } catch {
    // The tab was closed, left its page, or lost its permission.
    return fail({ kind: 'page-gone' });
  }
}
