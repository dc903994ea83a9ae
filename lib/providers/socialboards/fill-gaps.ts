import { type Conversation, MOST_MESSAGES } from '../../domain/conversation.ts';
import type { SocialBoardsSettings } from '../../domain/provider-settings.ts';
import { formatRef } from '../../domain/ref.ts';
import type { ProviderAccess } from '../provider.ts';
import { openSession, type Session } from './ask-data.ts';
import { askPage } from './conversation-calls.ts';
import { addEarliest } from './read-rest.ts';
import { cutStretches, type ReadStretch, readStretches, type Stretch, toPart } from './read-stretches.ts';
import { type Part, stitch } from './stitch.ts';

/** More pages than this are left to the next refresh: what is new should not wait for them. */
const MOST_PAGES = 20;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 600_000;

/** Attempts in vain, by conversation. Lost with the worker, at the cost of one more. */
const attempts = new Map<string, { readonly count: number; readonly next: number }>();

/**
 * Reads what is missing inside a conversation that is kept up to date, as far as it can be had: a page that failed once is no
 * reason to go without it. In vain, the next attempt comes ever later: some messages are counted and given by no call.
 */
export async function fillGaps(held: Conversation, access: ProviderAccess<SocialBoardsSettings>): Promise<Conversation> {
  const name = `${access.settings.baseUrl} ${formatRef(held.ref)}`;
  const holes = findHoles(held);
  const { count = 0, next = 0 } = attempts.get(name) ?? {};
  if (holes.length === 0) {
    attempts.delete(name);
  }
  if (holes.length === 0 || access.now() < next) {
    return held;
  }
  const filled = await readHoles(held, holes, openSession(held.ref.id, access));
  if (countMissing(filled) < countMissing(held)) {
    attempts.delete(name);
  } else {
    attempts.set(name, { count: count + 1, next: access.now() + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** count) });
  }
  return filled;
}

function countMissing({ gaps }: Conversation): number {
  return gaps.reduce((sum, gap) => sum + gap.missing, 0);
}

/** The gaps as stretches of the whole conversation; what is older than its latest 20,000 messages is none. */
function findHoles({ gaps, facts }: Conversation): readonly Stretch[] {
  // Without a total, only what is too old is missing.
  const oldest = facts.total === undefined ? Number.POSITIVE_INFINITY : facts.total - MOST_MESSAGES;
  let missing = 0;
  const stretches = gaps.map((gap) => {
    const from = gap.before + missing;
    missing += gap.missing;
    return { from: Math.max(oldest, from), to: from + gap.missing };
  });
  return stretches.filter(({ from, to }) => from < to);
}

async function readHoles(held: Conversation, holes: readonly Stretch[], session: Session): Promise<Conversation> {
  const pages = holes.flatMap(({ from, to }) => cutStretches(from, to)).slice(0, MOST_PAGES);
  const read = await readStretches(
    pages,
    (skip) => askPage(skip, session),
    () => undefined,
  );
  if (!read.ok) {
    return held;
  }
  const { total = held.messages.length } = held.facts;
  const parts = placeParts(held, read.value);
  return { ...held, ...stitch(await addEarliest(parts, session, total), total) };
}

/** What is held, cut at its gaps, with what was read of each in its place. */
function placeParts({ messages, gaps }: Conversation, read: readonly ReadStretch[]): readonly Part[] {
  let missing = 0;
  let start = 0;
  const parts = gaps.flatMap((gap) => {
    const from = gap.before + missing;
    missing += gap.missing;
    const before: Part = { messages: messages.slice(start, gap.before), short: 0 };
    start = gap.before;
    const filling = read.filter((one) => one.from >= from && one.to <= from + gap.missing);
    const asked = filling.reduce((sum, one) => sum + one.to - one.from, 0);
    return [before, ...filling.map(toPart), { messages: [], short: gap.missing - asked }];
  });
  return [...parts, { messages: messages.slice(start), short: 0 }];
}
