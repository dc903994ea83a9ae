/** Tells times the way the agent reads them: in one zone and one language. */
export interface Clock {
  /** `14:02`. */
  readonly formatTime: (iso: string) => string;
  /** Date, time to the second and zone, for the hover. */
  readonly formatMoment: (iso: string) => string;
  /** `Today`, `Yesterday`, else the date, with its year where it is another. */
  readonly formatDay: (iso: string) => string;
  /** Day and time in few words, with the year where it is another. */
  readonly formatStart: (iso: string) => string;
  /** The same for all moments of one day in this zone. */
  readonly readDay: (iso: string) => string;
}

export interface ClockOptions {
  readonly language: string;
  /** Absent: the zone the browser is in. */
  readonly timeZone?: string;
  /** ms since the epoch. */
  readonly now?: () => number;
}

const DAY = 86_400_000;

function capitalize(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** A time that is no time (a provider's mistake) is shown as it came rather than hidden. */
function formatOr(format: Intl.DateTimeFormat, iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : format.format(date);
}

function nameDayOr(nameDay: (moment: Date) => string, iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : nameDay(date);
}

/** In the browser's own zone; costs far less than a format. */
function nameOwnDay(moment: Date): string {
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${moment.getFullYear()}-${month}-${day}`;
}

/** All zones are whole quarters of an hour apart, so days begin at none but these. */
const QUARTER = 15 * 60_000;

/** Neighbours in a transcript mostly fall into one quarter of an hour: one of them has to be asked for. */
function createDayReader(nameDay: (moment: Date) => string): (iso: string) => string {
  let last = { quarter: Number.NaN, day: '' };
  return (iso) => {
    const quarter = Math.floor(Date.parse(iso) / QUARTER);
    if (quarter !== last.quarter) {
      last = { quarter, day: nameDayOr(nameDay, iso) };
    }
    return last.day;
  };
}

/** A day has 1,440 times: in the browser's own zone they are told apart at next to no cost, and each is written once. */
function createTimeWriter(time: () => Intl.DateTimeFormat): (iso: string) => string {
  const written = new Map<number, string>();
  return (iso) => {
    const date = new Date(iso);
    const minute = date.getHours() * 60 + date.getMinutes();
    const text = written.get(minute) ?? formatOr(time(), iso);
    if (!Number.isNaN(minute)) written.set(minute, text);
    return text;
  };
}

/** Made when first asked for: each takes a good part of a millisecond, and most views need two or three. */
function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function createClock({ language, timeZone, now = Date.now }: ClockOptions): Clock {
  const create = (options: Intl.DateTimeFormatOptions, locale = language) =>
    later(() => new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone }));
  const time = create({ hour: '2-digit', minute: '2-digit' });
  const moment = create({ dateStyle: 'full', timeStyle: 'long' });
  const day = create({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayOfOtherYear = create({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const start = create({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  const startOfOtherYear = create({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  // `sv` writes dates as ISO 8601 does; only compared, never shown.
  const sortable = create({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv');
  const relative = later(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const nameDay = timeZone === undefined ? nameOwnDay : (date: Date) => sortable().format(date);
  const readDay = createDayReader(nameDay);
  const isThisYear = (iso: string) => readDay(iso).slice(0, 4) === nameDay(new Date(now())).slice(0, 4);
  const formatDay = (iso: string) => {
    const key = readDay(iso);
    const today = nameDay(new Date(now()));
    if (key === today) {
      return capitalize(relative().format(0, 'day'), language);
    }
    if (key === nameDay(new Date(now() - DAY))) {
      return capitalize(relative().format(-1, 'day'), language);
    }
    return formatOr(isThisYear(iso) ? day() : dayOfOtherYear(), iso);
  };
  return {
    formatTime: timeZone === undefined ? createTimeWriter(time) : (iso) => formatOr(time(), iso),
    formatMoment: (iso) => formatOr(moment(), iso),
    formatStart: (iso) => formatOr(isThisYear(iso) ? start() : startOfOtherYear(), iso),
    formatDay,
    readDay,
  };
}
