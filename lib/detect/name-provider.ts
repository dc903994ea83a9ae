import type { ProviderId } from '../domain/ref.ts';

/** How pages write the names of the chat systems. */
export const PROVIDER_NAMES = 'maax(?:[\\s_-]?ai)?|social[\\s_-]?boards?';

const WORDS: readonly { readonly provider: ProviderId; readonly word: RegExp }[] = [
  { provider: 'maax', word: /maax(?![a-z]{2,}(?<!ai))|(?<![a-z])app\.ma+x\.ai/i },
  { provider: 'socialboards', word: /social[\s_-]?boards?/i },
];

/** The one chat system that `text` names; none or both: undefined. */
export function nameProvider(text: string): ProviderId | undefined {
  const named = WORDS.filter(({ word }) => word.test(text));
  return named.length === 1 ? named[0]?.provider : undefined;
}
