/** What is waited where the provider names no time, or none that can be read (contract). */
const DEFAULT_WAIT_MS = 5_000;
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 3_600_000;

const SECONDS = /^\d{1,15}$/;
/** RFC 9110's two forms with a zone; `Date.parse` alone would take almost any text for a date. */
const HTTP_DATE = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?, [\w :-]{18,24} GMT$/i;

/**
 * When asking again makes sense, from a `Retry-After` header (seconds or an HTTP date).
 * @returns ms since the epoch, between a second and an hour after `now`; absent, past or unreadable: 5 s after.
 */
export function parseRetryAfter(header: string | null, now: number): number {
  const wait = readWait(header?.trim() ?? '', now);
  return now + Math.min(Math.max(wait, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
}

function readWait(text: string, now: number): number {
  if (SECONDS.test(text)) {
    return Number(text) * 1000;
  }
  const wait = HTTP_DATE.test(text) ? Date.parse(text) - now : Number.NaN;
  return wait >= 0 ? wait : DEFAULT_WAIT_MS;
}
