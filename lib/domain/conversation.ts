import type { AnswerShape } from './answer-shape.ts';
import type { Message } from './message.ts';
import type { Ref } from './ref.ts';

/** What the provider says about the conversation as a whole; absent = not known. */
export interface ConversationFacts {
  readonly state?: 'open' | 'closed';
  readonly handledBy?: 'bot' | 'human';
  /** Only while waiting for an agent. `waitMinutes`: the provider's rough estimate. */
  readonly queue?: { readonly position: number; readonly waitMinutes?: number };
  readonly feedback?: { readonly positive: boolean; readonly text?: string };
  /** Messages the provider counts in all. */
  readonly total?: number;
  /** ISO 8601 UTC. */
  readonly started?: string;
  /** The account's own fields. `name`: where only a number is known, that. */
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
  /** Pages on which the customer began and last wrote: http or https, as URLs in full. */
  readonly firstPage?: string;
  readonly lastPage?: string;
  /** The conversation in the provider's own inbox. */
  readonly inbox?: string;
}

/** A hole between two messages, known by count only. */
export interface Gap {
  /** Index into `messages` of the first message after the hole; `messages.length` = at the end. */
  readonly before: number;
  readonly missing: number;
}

/** Messages of one conversation that are read and shown: the latest. */
export const MOST_MESSAGES = 20_000;

/** `missing` where the provider counts nothing. In views only: no such hole is kept. */
export const UNKNOWN_COUNT = Number.POSITIVE_INFINITY;

/** A conversation's history as far as it has been read. */
export interface Conversation {
  readonly ref: Ref;
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Holes that reading further cannot fill. */
  readonly gaps: readonly Gap[];
  readonly facts: ConversationFacts;
  /** Where the provider's pages do not tell what a history looks like: what this one looked like. Absent: nothing was in it. */
  readonly shape?: AnswerShape;
  /** False: this is the first answer of a long conversation, the rest can be had. */
  readonly complete: boolean;
  /** Of a part that is not complete: how many messages stand above and below it. Absent: not known, and none below. */
  readonly around?: { readonly above: number; readonly below: number };
  /** When the provider answered, ms since the epoch. */
  readonly fetchedAt: number;
}
