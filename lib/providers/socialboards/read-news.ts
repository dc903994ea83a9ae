import { type Conversation, MOST_MESSAGES } from '../../domain/conversation.ts';
import type { SocialBoardsSettings } from '../../domain/provider-settings.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import type { ProviderAccess } from '../provider.ts';
import { openLongSession } from './ask-data.ts';
import { askPage } from './conversation-calls.ts';
import { fillGaps } from './fill-gaps.ts';
import { isConnected, mergeNews } from './merge-news.ts';
import { readRest } from './read-rest.ts';
import { cutStretches, readStretches, type Stretch, toPart } from './read-stretches.ts';
import type { Part } from './stitch.ts';

/**
 * The whole conversation as it is now, from what is `held` of it and its `latest` messages; pages are asked for only where those
 * do not reach back to what is held, and where something is missing. Where messages went away, all of it is read anew.
 */
export async function readNews(
  held: Conversation,
  latest: Conversation,
  access: ProviderAccess<SocialBoardsSettings>,
): Promise<Result<Conversation>> {
  if (latest.complete) {
    return succeed(latest);
  }
  const between = isConnected(held.messages, latest.messages) ? succeed([]) : await readBetween(held, latest, access);
  if (!between.ok) {
    return between;
  }
  const merged = mergeNews(held, between.value, latest);
  return countSurplus(merged) > Math.max(0, countSurplus(held))
    ? readRest(latest, access)
    : succeed(await fillGaps(merged, access));
}

/** Messages beyond what the provider counts. */
function countSurplus({ messages, facts }: Conversation): number {
  return messages.length - (facts.total ?? messages.length);
}

/** Positions count from the oldest message and do not move when one arrives. */
async function readBetween(
  held: Conversation,
  latest: Conversation,
  access: ProviderAccess<SocialBoardsSettings>,
): Promise<Result<readonly Part[]>> {
  const session = openLongSession(held.ref.id, access);
  const stretches = await readStretches(
    planBetween(held, latest),
    (skip) => askPage(skip, session),
    () => undefined,
  );
  if (!stretches.ok) {
    return stretches;
  }
  // What is held stays as it is until everything that came since can be had.
  const failure = stretches.value.find((stretch) => stretch.failure)?.failure;
  if (failure !== undefined) {
    return fail(failure);
  }
  // Without a total nobody knows how long the one stretch should have been.
  return succeed(
    stretches.value.map((one) => (latest.facts.total === undefined ? { messages: one.messages, short: 0 } : toPart(one))),
  );
}

function planBetween(held: Conversation, latest: Conversation): readonly Stretch[] {
  const missing = held.gaps.reduce((sum, gap) => sum + gap.missing, 0);
  const known = held.facts.total ?? held.messages.length + missing;
  const { total } = latest.facts;
  if (total === undefined) {
    return [{ from: known, to: known + MOST_MESSAGES }];
  }
  const from = Math.max(0, total - MOST_MESSAGES, Math.min(known, total) - 1);
  return cutStretches(from, total - latest.messages.length);
}
