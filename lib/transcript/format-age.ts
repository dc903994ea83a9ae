const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Younger needs no word: the next refresh is due within a minute. */
const WORTH_SAYING = 75_000;

/** How long ago in few words, `2 min ago`; undefined: just now. `age`: ms; `language`: a BCP 47 tag. */
export function formatAge(age: number, language: string): string | undefined {
  if (age < WORTH_SAYING) {
    return undefined;
  }
  const format = new Intl.RelativeTimeFormat(language, { style: 'short' });
  if (age < HOUR) {
    return format.format(-Math.floor(age / MINUTE), 'minute');
  }
  return age < DAY ? format.format(-Math.floor(age / HOUR), 'hour') : format.format(-Math.floor(age / DAY), 'day');
}
