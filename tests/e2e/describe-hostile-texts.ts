import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IS_DEEP } from '../depth.ts';
import { VALUES } from '../hostile/corpus.ts';
import { inspectView } from '../hostile/inspect-view.ts';
import { judgeMessages, TWINS } from '../hostile/judge-view.ts';
import { isAlike, SLOTS, type Slot } from '../hostile/slots.ts';
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
  /** For every place of a message. */
  readonly texts: readonly TextVector[];
  /** For what is said of a conversation, and what is shown of an answer that is none. A ticket holds forty conversations at most. */
  readonly answers: readonly TextVector[];
  /** For answers that show one text only. */
  readonly alone: readonly TextVector[];
}

/** Longer texts cost seconds each time they are laid out: in `npm test` one slot shows them. Dozens in one answer are too large. */
const LONG = 50_000;
const isShort = ({ text }: TextVector): boolean => text.length < LONG;

interface Filled<S> {
  readonly slot: S;
  readonly conversation: HostileConversation;
}

interface FilledAnswer extends Filled<AnswerSlot> {
  readonly texts: readonly string[];
}

/** As few answers as show all the texts. */
function planAnswers(
  slot: AnswerSlot,
  vectors: readonly TextVector[],
  number: ReturnType<typeof numberConversations>,
): readonly FilledAnswer[] {
  const texts = vectors.map(({ text }) => text);
  return Array.from({ length: Math.ceil(texts.length / slot.most) }, (_, part) => {
    const held = texts.slice(part * slot.most, (part + 1) * slot.most);
    return { slot, texts: held, conversation: number(slot.provider, (id) => slot.write(id, held)) };
  });
}

/** Opens every branch of a tree, and reads what is shown. Runs in the view's own document. */
function readOpened(selector: string): readonly string[] {
  for (const details of document.querySelectorAll('details')) details.open = true;
  return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
}

/** Shows all texts of a case in every place of a real view, and looks at what came of them. */
export function describeHostileTexts({ browser, surface, texts, answers: told, alone }: HostileCase): void {
  describe(`hostile texts in ${browser}’s ${surface}`, () => {
    const number = numberConversations();
    const pick = (slot: Slot) => (IS_DEEP || slot === SLOTS[0] ? texts : texts.filter(isShort));
    const write = (slot: Slot, id: string) => slot.write(id, [...TWINS, ...pick(slot).map(({ text }) => text)]);
    const slots = texts.length > 0 ? SLOTS : [];
    const full = slots.map((slot): Filled<Slot> => ({ slot, conversation: number(slot.provider, (id) => write(slot, id)) }));
    const values = VALUES.map(({ value }) => value);
    const odd = slots
      .slice(0, 3)
      .map((slot): Filled<Slot> => ({ slot, conversation: number(slot.provider, (id) => slot.write(id, values)) }));
    const answers = ANSWER_SLOTS.flatMap((slot) => planAnswers(slot, slot.most === 1 ? alone : told.filter(isShort), number));
    let stage: HostileStage;

    beforeAll(async () => {
      const conversations = [...full, ...answers, ...odd].map(({ conversation }) => conversation);
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

    it.each([...new Set(answers.map(({ slot }) => slot))].map((slot) => [slot.name, slot] as const))(
      '%s: shown as text',
      async (_, slot) => {
        for (const { conversation, texts: held } of answers.filter((answer) => answer.slot === slot)) {
          await stage.show(conversation);
          const shown = await stage.view.evaluate(readOpened, slot.selector);
          const missing = held.filter((text) => {
            const wanted = slot.read(text);
            return wanted !== undefined && !shown.some((one) => isAlike(one, wanted));
          });
          expect(missing).toEqual([]);
          expect((await stage.view.evaluate(inspectView)).faults).toEqual([]);
          expect((await stage.view.evaluate(measureView)).tooWide).toEqual([]);
        }
      },
    );
  });
}
