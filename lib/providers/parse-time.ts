/** An instant. `sub`: ten-thousandths of a millisecond beyond `ms` (.NET gives seven fraction digits). */
export interface Instant {
  readonly ms: number;
  readonly sub: number;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const NUMBER = /^\d{1,16}(?:\.\d{1,9})?$/;

/** Below: seconds, up to the year 5138. From here on: milliseconds, from 1973. */
const SECONDS_BELOW = 1e11;
const EARLIEST_SECONDS = 1e8;
const MILLISECONDS_BELOW = 1e14;

/**
 * ISO 8601 with 0 to 9 fraction digits and any offset (none: UTC), or seconds or milliseconds since the epoch, also as digits
 * in a string. Undefined: no time, or none that a chat can have (before 1970, such as .NET's 0001-01-01).
 */
export function parseTime(value: unknown): Instant | undefined {
  if (typeof value === 'number') {
    return parseEpoch(value);
  }
  if (typeof value !== 'string' || value.length > 40) {
    return undefined;
  }
  const text = value.trim();
  return NUMBER.test(text) ? parseEpoch(Number(text)) : parseIso(text);
}

/** ISO 8601 UTC with milliseconds. */
export function formatTime(instant: Instant): string {
  return new Date(instant.ms).toISOString();
}

function parseEpoch(value: number): Instant | undefined {
  if (!(value >= EARLIEST_SECONDS && value < MILLISECONDS_BELOW)) {
    return undefined;
  }
  return { ms: Math.round(value < SECONDS_BELOW ? value * 1000 : value), sub: 0 };
}

function parseIso(text: string): Instant | undefined {
  const parts = ISO.exec(text);
  if (parts === null) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as Six;
  const ticks = (parts[7] ?? '').padEnd(7, '0');
  const local = Date.UTC(year, month - 1, day, hour, minute, second, Number(ticks.slice(0, 3)));
  const offset = parseOffset(parts[8]);
  const isReal = new Date(local)
    .toISOString()
    .startsWith(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4] ?? '00'}:${parts[5] ?? '00'}`);
  if (year < 1970 || !isReal || second > 59 || offset === undefined) {
    return undefined;
  }
  return { ms: local - offset, sub: Number(ticks.slice(3, 7)) };
}

type Six = [number, number, number, number, number, number];

/** Milliseconds east of UTC. */
function parseOffset(zone: string | undefined): number | undefined {
  if (zone === undefined || zone.toUpperCase() === 'Z') {
    return 0;
  }
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) {
    return undefined;
  }
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
