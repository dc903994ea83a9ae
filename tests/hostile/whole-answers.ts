import type { ProviderId } from '../../lib/domain/ref.ts';
import { writeBoards } from './write-answer.ts';

/** A place of an answer that is no message's: what is said of the conversation, or what is shown of an answer that is none. */
export interface AnswerSlot {
  readonly name: string;
  readonly provider: ProviderId;
  /** How many texts one answer shows. */
  readonly most: number;
  readonly write: (id: string, values: readonly unknown[]) => unknown;
  /** Where a text is shown. */
  readonly selector: string;
  /** As what it is shown there; undefined: not, or it is not known beforehand. */
  readonly read: (text: string) => string | undefined;
}

const LONGEST_COMMENT = 4_000;
const LONGEST_FIELD = 1_000;
/** A tree shows so much of a text. */
const LONGEST_LEAF = 2_000;
/** An account's own fields that are shown. */
const MOST_FIELDS = 50;

const cut = (text: string): string => (text.length > LONGEST_LEAF ? `${text.slice(0, LONGEST_LEAF)}…` : text);
const hello = () => ({ message: 'Hello' });

export const ANSWER_SLOTS: readonly AnswerSlot[] = [
  {
    name: 'feedback comment and page addresses',
    provider: 'socialboards',
    most: 1,
    write: (id, [value]) =>
      writeBoards(id, ['Hello'], hello, {
        feedback: { isPositive: false, text: value },
        initialPageUrl: value,
        latestPageUrl: value,
      }),
    selector: '[data-fact=feedback] .chip-quote',
    read: (text) => text.trim().slice(0, LONGEST_COMMENT) || undefined,
  },
  {
    name: 'custom fields',
    provider: 'socialboards',
    most: MOST_FIELDS / 2,
    write: (id, values) =>
      writeBoards(id, ['Hello'], hello, {
        fields: values.flatMap((value) => [
          { name: 'Plan', value },
          { name: value, value: 'x' },
        ]),
      }),
    selector: '[data-fact=field] .chip-quote',
    read: (text) => (text.trim() ? `Plan: ${text.trim().slice(0, LONGEST_FIELD)}` : undefined),
  },
  {
    name: 'error text',
    provider: 'socialboards',
    most: 700,
    write: (_id, [value, ...more]) => ({ data: null, errorCode: 17, errorText: value, more }),
    selector: '[data-part=raw] .raw-value',
    read: cut,
  },
  {
    name: 'text of an answer that is no history',
    provider: 'maax',
    most: 700,
    write: (_id, [value, ...more]) => ({ detail: value, more }),
    selector: '[data-part=raw] .raw-value',
    read: cut,
  },
  {
    name: 'name in an answer that is no history',
    provider: 'maax',
    most: 700,
    write: (_id, values) => ({
      names: values.map((value) => ({ [typeof value === 'string' ? value : JSON.stringify(value)]: 1 })),
    }),
    selector: '[data-part=raw] .raw-name',
    read: (text) => `${cut(text)}: `,
  },
];
