import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IS_DEEP } from '../depth.ts';
import { VALUES } from '../hostile/corpus.ts';
import { inspectView } from '../hostile/inspect-view.ts';
import { judgeMessages, TWINS } from '../hostile/judge-view.ts';
import { SLOTS, type Slot } from '../hostile/slots.ts';
import type { TextVector } from '../hostile/vector.ts';
import { measureView, scrollThrough } from '../hostile/watch-view.ts';
import { ANSWER_SLOTS, type AnswerSlot } from '../hostile/whole-answers.ts';
import {
  type HostileConversation,
  type HostileStage,
  type HostileSurface,
  numberConversations,
  setHostileStage,
} from './hostile-stage.ts';
import type { BrowserName } from './launch-build.ts';

export interface HostileCase {
  readonly browser: BrowserName;
  readonly surface: HostileSurface;
  readonly texts: readonly TextVector[];
  /** For answers that hold one text only. */
  readonly alone: readonly TextVector[];
}

/** Longer texts cost seconds each time they are laid out: in `npm test` one slot shows them. */
const LONG = 50_000;

interface Filled<S> {
  readonly slot: S;
  readonly conversation: HostileConversation;
}

/** Shows all texts of a case in every place of a real view, and looks at what came of them. */
export function describeHostileTexts({ browser, surface, texts, alone }: HostileCase): void {
  describe(`hostile texts in ${browser}’s ${surface}`, () => {
    const number = numberConversations();
    const pick = (slot: Slot) => (IS_DEEP || slot === SLOTS[0] ? texts : texts.filter(({ text }) => text.length < LONG));
    const write = (slot: Slot, id: string) => slot.write(id, [...TWINS, ...pick(slot).map(({ text }) => text)]);
    const slots = texts.length > 0 ? SLOTS : [];
    const full = slots.map((slot): Filled<Slot> => ({ slot, conversation: number(slot.provider, (id) => write(slot, id)) }));
    const values = VALUES.map(({ value }) => value);
    const odd = slots
      .slice(0, 3)
      .map((slot): Filled<Slot> => ({ slot, conversation: number(slot.provider, (id) => slot.write(id, values)) }));
    const answers = alone.length > 0 ? ANSWER_SLOTS : [];
    const single = answers.flatMap((slot) =>
      alone.map(({ text }): Filled<AnswerSlot> => ({ slot, conversation: number(slot.provider, (id) => slot.write(id, text)) })),
    );
    let stage: HostileStage;

    beforeAll(async () => {
      const conversations = [...full, ...single, ...odd].map(({ conversation }) => conversation);
      stage = await setHostileStage(browser, surface, conversations);
    });

    afterAll(async () => {
      const trouble = await stage?.readTrouble();
      await stage?.close();
      expect(trouble).toEqual([]);
    });

    it.each(full.map(({ slot, conversation }) => [slot.name, slot, conversation] as const))(
      '%s: shown as text, nothing moved, nothing called',
      async (_, slot, conversation) => {
        await stage.show(conversation);
        await stage.view.evaluate(scrollThrough);
        const inspection = await stage.view.evaluate(inspectView);
        expect(inspection.messages.length).toBe(TWINS.length + pick(slot).length);
        expect(judgeMessages(slot, pick(slot), inspection, await stage.view.evaluate(measureView))).toEqual([]);
      },
    );

    it.each(odd.map(({ slot, conversation }) => [slot.name, conversation] as const))(
      'other values in the place of %s draw nothing',
      async (_, conversation) => {
        await stage.show(conversation);
        expect((await stage.view.evaluate(inspectView)).faults).toEqual([]);
      },
    );

    it.each(answers.map(({ name }) => name))('%s: shown as text', async (name) => {
      for (const { conversation } of single.filter(({ slot }) => slot.name === name)) {
        await stage.show(conversation);
        expect((await stage.view.evaluate(inspectView)).faults).toEqual([]);
        expect((await stage.view.evaluate(measureView)).tooWide).toEqual([]);
      }
    });
  });
}
