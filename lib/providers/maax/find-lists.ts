import { isRecord, type JsonRecord } from '../json-record.ts';

/** A list that may be the history. `beside`: the objects around it, the innermost first. */
export interface FoundList {
  readonly list: readonly unknown[];
  /** Member names that lead to it, as in `data.messages`; empty: the answer itself. */
  readonly place: string;
  readonly beside: readonly JsonRecord[];
}

/** Where a list may stand, in the order to try; no page documents the answer. */
const PLACES = ['messages', 'history', 'conversation_history', 'conversation', 'results', 'items', 'data'];

/** Places that may hold an object with a list in it, rather than the list. */
const WRAPPERS = ['conversation', 'data'];

const DEEPEST = 3;

/** Every list that may be the history, the likeliest first. */
export function* findLists(answer: unknown, beside: readonly JsonRecord[] = [], place = ''): Generator<FoundList> {
  if (Array.isArray(answer)) {
    yield { list: answer, beside, place };
  } else if (isRecord(answer)) {
    for (const key of PLACES) {
      const inner = answer[key];
      if (Array.isArray(inner) || (WRAPPERS.includes(key) && beside.length + 1 < DEEPEST)) {
        yield* findLists(inner, [answer, ...beside], place === '' ? key : `${place}.${key}`);
      }
    }
  }
}
