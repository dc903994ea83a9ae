/** What the entries of a history are: a message each, or a customer's message with the answer to it. */
export const ENTRY_KINDS = ['messages', 'pairs'] as const;

/** How an answer was understood of which no page tells the shape. Holds nothing of what was said. */
export interface AnswerShape {
  readonly entries: (typeof ENTRY_KINDS)[number];
  /** Where the list stood: member names, as in `data.messages`; empty: the answer was the list. */
  readonly place: string;
}
