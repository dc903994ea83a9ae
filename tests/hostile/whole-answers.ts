import type { ProviderId } from '../../lib/domain/ref.ts';
import { writeBoards } from './write-answer.ts';

/** A place that an answer has once: what is said of the conversation, or what is shown of an answer that is none. */
export interface AnswerSlot {
  readonly name: string;
  readonly provider: ProviderId;
  readonly write: (id: string, value: unknown) => unknown;
  /** Where the text is shown, and as what; absent: it is not known beforehand. */
  readonly shows?: { readonly selector: string; readonly read: (text: string) => string };
}

const LONGEST_COMMENT = 4_000;
/** A tree shows so much of a text. */
const LONGEST_LEAF = 2_000;

const cut = (text: string): string => (text.length > LONGEST_LEAF ? `${text.slice(0, LONGEST_LEAF)}…` : text);

const hello = () => ({ message: 'Hello' });

export const ANSWER_SLOTS: readonly AnswerSlot[] = [
  {
    name: 'feedback comment, custom fields and page addresses',
    provider: 'socialboards',
    write: (id, value) =>
      writeBoards(id, ['Hello'], hello, {
        feedback: { isPositive: false, text: value },
        fields: [
          { key: 1, value },
          { key: value, value: 'x' },
        ],
        initialPageUrl: value,
        latestPageUrl: value,
      }),
    shows: {
      selector: '[data-fact=feedback] .chip-quote',
      read: (text) => text.trim().slice(0, LONGEST_COMMENT),
    },
  },
  {
    name: 'error text',
    provider: 'socialboards',
    write: (_id, value) => ({ data: null, errorCode: 17, errorText: value }),
    shows: { selector: '[data-part=raw] .raw-children > div:last-child .raw-value', read: cut },
  },
  {
    name: 'text of an answer that is no history',
    provider: 'maax',
    write: (_id, value) => ({ detail: value }),
    shows: { selector: '[data-part=raw] .raw-value', read: cut },
  },
  {
    name: 'name in an answer that is no history',
    provider: 'maax',
    write: (_id, value) => ({ [typeof value === 'string' ? value : JSON.stringify(value)]: 1 }),
    shows: { selector: '[data-part=raw] .raw-name', read: (text) => `${cut(text)}: ` },
  },
];
