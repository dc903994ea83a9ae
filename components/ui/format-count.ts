import { getLanguage } from '../hooks/translate.ts';

/** A number with the language's own separators. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(getLanguage()).format(count);
}

/** The browser's own translations know no plurals: picks the sentence for one or for many. */
export function pickCount<One, Other>(count: number, one: One, other: Other): One | Other {
  return new Intl.PluralRules(getLanguage()).select(count) === 'one' ? one : other;
}
