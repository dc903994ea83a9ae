/** The chat systems that Backscroll can read. */
export const PROVIDER_IDS = ['maax', 'socialboards'] as const;

export type ProviderId = (typeof PROVIDER_IDS)[number];

/** What can be looked up: a provider and the id of one of its conversations. */
export interface Ref {
  readonly provider: ProviderId;
  readonly id: string;
}

/**
 * Both providers document integer ids; the largest seen has 9 digits, a 64-bit one at most 19.
 * No sign, no leading zero: `0042` and `42` must not be two names of one conversation.
 */
const CONVERSATION_ID = /^[1-9][0-9]{0,18}$/;

/** Whether `text` is an id that may be put into a provider's URL. */
export function isConversationId(text: string): boolean {
  return CONVERSATION_ID.test(text);
}

/** `<provider>:<id>`, as in `main[data-conversation]`. */
export function formatRef(ref: Ref): string {
  return `${ref.provider}:${ref.id}`;
}

export function isSameRef(a: Ref | undefined, b: Ref | undefined): boolean {
  return a?.provider === b?.provider && a?.id === b?.id;
}
