import { deriveRules, readPicked } from '../detect/rules/derive-rules.ts';
import type { Candidate } from '../domain/candidate.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import { findOrigin, findSiteOf } from '../domain/site.ts';
import type { Pick, TaughtRule } from '../domain/taught-rule.ts';
import type { TeachRefusal } from '../platform/messages.ts';
import { bringPicker, cancelPickInTab, pickInFrame, readTabUrl } from '../platform/page-commands.ts';
import { findPickable, type PickableFrame } from './find-pickable.ts';
import { keepRules } from './manage-rules.ts';
import { readSites } from './read-sites.ts';
import { refuseId } from './refuse-id.ts';
import { pick as pickSchema } from './rule-schemas.ts';
import { findIds } from './try-rule.ts';

type Taught = Result<TaughtRule, TeachRefusal>;

const NEVER = new Promise<never>(() => undefined);

/** The first click in any frame. Rejects when the page goes; a frame that goes takes nothing with it. */
async function awaitPick(tab: number, frames: readonly PickableFrame[]) {
  const token = crypto.randomUUID();
  const picks = frames.map(async (place) => {
    const answer = pickInFrame(tab, place.frame, token).then((picked) => ({ place, picked }));
    return place.frame === 0 ? answer : answer.catch(() => NEVER);
  });
  try {
    return await Promise.race(picks);
  } finally {
    await cancelPickInTab(tab, token).catch(() => undefined);
  }
}

/** Keeps the first rule that finds exactly the id that was clicked, and no other, on the page as it is. */
async function learn(tab: number, id: string, pick: Pick, place: PickableFrame, instead?: Candidate): Promise<Taught> {
  let hasSeveral = false;
  for (const rule of deriveRules(pick, place)) {
    const ids = await findIds(tab, rule);
    hasSeveral ||= ids.length > 1;
    if (ids.length !== 1 || ids[0] !== id) continue;
    if (!(await keepRules([rule]))) return fail({ kind: 'too-many' });
    if (instead && instead.id !== id) await refuseId(tab, instead);
    return succeed(rule);
  }
  return fail({ kind: hasSeveral ? 'finds-several' : 'nothing-derived' });
}

/** The page of a tab, where it is of an enabled site. */
async function findTop(tab: number): Promise<PickableFrame | undefined> {
  const url = await readTabUrl(tab);
  const site = findOrigin(url);
  return url !== undefined && site !== undefined && findSiteOf(await readSites(), url)
    ? { frame: 0, site, url: new URL(url) }
    : undefined;
}

async function pickAndLearn(tab: number, instead?: Candidate): Promise<Taught> {
  const top = await findTop(tab);
  if (!top) return fail({ kind: 'site-off' });
  const { place, picked } = await awaitPick(tab, await findPickable(top, await bringPicker(tab)));
  if (picked === null) return fail({ kind: 'cancelled' });
  const pick = pickSchema.safeParse(picked);
  // The page may have gone elsewhere meanwhile: what counts is where it is now.
  const now = await findTop(tab);
  if (!pick.success || now?.site !== top.site) return fail({ kind: 'page-gone' });
  const id = readPicked(pick.data);
  if (id === undefined) return fail({ kind: 'no-id' });
  return learn(tab, id, pick.data, place.frame === top.frame ? now : place, instead);
}

/**
 * Lets the agent click the id in a tab, and keeps the first rule that finds exactly this id there. `instead`: what was shown, and is
 * not the id; where another one was clicked, it is refused from then on, as far as it can be.
 */
export async function teachRule(tab: number, instead?: Candidate): Promise<Taught> {
  try {
    return await pickAndLearn(tab, instead);
  } catch {
    // The tab was closed, left its page, or lost its permission.
    return fail({ kind: 'page-gone' });
  }
}

/** Ends the picking in a tab. */
export async function cancelTeaching(tab: number): Promise<void> {
  await cancelPickInTab(tab).catch(() => undefined);
}
