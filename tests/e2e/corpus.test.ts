import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTaken } from '../corpus/list-taken.ts';
import { readCorpus } from '../corpus/read-case.ts';
import { isWithinLabels, pairTickets } from './corpus-pairs.ts';
import { type CorpusStage, setCorpusStage } from './corpus-stage.ts';
import { showLater } from './show-later.ts';
import { awaitTicket, recordTab } from './tab-states.ts';

const cases = readCorpus();
const pairs = pairTickets(cases);

interface Outcome {
  readonly page: string;
  readonly ids: readonly string[];
  readonly ticket?: string | null;
}

describe('every page of the corpus, in the browser, at its real address', () => {
  let stage: CorpusStage;

  beforeAll(async () => {
    stage = await setCorpusStage([...cases, ...pairs.map(({ before }) => before)]);
  });

  afterAll(() => stage?.close());

  it('gives what its labels say', { timeout: 600_000 }, async () => {
    const outcomes = new Map<string, Outcome>();
    await stage.each(
      cases,
      ({ url }) => url,
      async (one, { open }) => {
        const { state } = await open(one);
        const ticket = one.ticket === undefined ? {} : { ticket: state.ticket ?? null };
        outcomes.set(one.name, { page: one.name, ids: listTaken(state.candidates), ...ticket });
      },
    );
    const labels = cases.map(({ name, ids, ticket }) => ({ page: name, ids, ...(ticket === undefined ? {} : { ticket }) }));
    const wrong = labels.filter((label) => JSON.stringify(label) !== JSON.stringify(outcomes.get(label.page)));
    expect(wrong.map(({ page }) => outcomes.get(page))).toEqual(wrong);
    expect(outcomes.size).toBe(cases.length);
  });

  it('gives no id of the ticket before, whose page stays for a while after the address has changed', {
    timeout: 600_000,
  }, async () => {
    const wrong: unknown[] = [];
    await stage.each(
      pairs,
      ({ before }) => before.url,
      async ({ before, after }, { page, tab, open }) => {
        const { state } = await open(before);
        const old = state.ticket ?? '';
        await recordTab(stage.options, tab);
        await page.evaluate(showLater, after.url, after.html, after.values ?? {});
        const states = await awaitTicket(stage.options, tab, old, after.ids.length);
        const bad = states.filter((one) => !isWithinLabels(one, one.ticket === old ? before : after));
        if (bad.length > 0) wrong.push({ page: after.name, labels: after.ids, bad });
      },
    );
    expect(wrong).toEqual([]);
    expect(pairs.length).toBeGreaterThan(30);
  });
});
