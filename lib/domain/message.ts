export const ROLES = ['customer', 'agent', 'bot', 'system', 'unknown'] as const;

/** Who speaks. `unknown`: the provider's word for the author is shown as it came. */
export type Role = (typeof ROLES)[number];

/** One entry of a transcript. */
export interface Message {
  /** The provider's id; `0` is legal and, for imported messages, not unique. */
  readonly id: string;
  readonly role: Role;
  /** Display name; absent: the role's own word is shown. */
  readonly author?: string;
  /** Stable key of the person within the conversation, for grouping; not shown. */
  readonly authorKey?: string;
  /** ISO 8601 UTC with milliseconds; absent where the provider gives no time. */
  readonly time?: string;
  /** The provider's text, unchanged. */
  readonly text: string;
  /** `html`: drawn as rich text from an allow-list. Everything else is plain. */
  readonly format: 'plain' | 'html';
}
