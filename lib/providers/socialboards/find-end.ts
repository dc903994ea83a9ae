import { type Failure, fail, type Result, succeed } from '../../domain/result.ts';
import type { AskPage } from './read-stretches.ts';

/** Enough to find the end of any list. A server that gives messages for every position has none. */
const MOST_PROBES = 60;

/** How many messages there are, where no answer says so: `known`, or more. */
export async function findEnd(known: number, askPage: AskPage): Promise<Result<number>> {
  let least = known;
  let beyond = Number.POSITIVE_INFINITY;
  for (let probes = 0; least < beyond; probes += 1) {
    if (probes === MOST_PROBES) {
      return fail<Failure>({ kind: 'too-large', provider: 'socialboards' });
    }
    const position = beyond === Number.POSITIVE_INFINITY ? least * 2 : Math.floor((least + beyond) / 2);
    const page = await askPage(position);
    if (!page.ok) {
      return page;
    }
    if (page.value.length === 0) {
      beyond = position;
    } else {
      least = position + page.value.length;
    }
  }
  return succeed(least);
}
