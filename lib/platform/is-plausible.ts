type Values = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isRecord: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const has = (value: unknown, member: string, check: Check) => isRecord(value) && check((value as Values)[member]);

const isText: Check = (value) => typeof value === 'string';

const isListWith =
  (member: string): Check =>
  (value) =>
    Array.isArray(value) && value.every((one) => has(one, member, isText));

/** What a form needs of each chat system's settings. One that is not known is nothing to draw. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  maax: ['baseUrl'],
  socialboards: ['baseUrl', 'tokenUrl', 'clientId', 'signIn'],
};

const isThere: Check = (value) => value !== undefined;

const isEach =
  (texts: readonly string[]): Check =>
  (value) =>
    texts.every((name) => has(value, name, isText));

const CHECKS: Readonly<Record<string, Check>> = {
  providers: (value) =>
    isRecord(value) &&
    Object.entries(TEXTS).every(([id, texts]) => !has(value, id, isThere) || has((value as Values)[id], 'settings', isEach(texts))),
  sites: isListWith('origin'),
  rules: isListWith('site'),
  shapes: (value) => isRecord(value) && Object.values(value as object).every((one) => has(one, 'place', isText)),
  lock: (value) => has(value, 'hasPassphrase', (flag) => typeof flag === 'boolean'),
};

/**
 * Whether a view can draw a value of `storage.local` without falling over it. The background parses such values in full and
 * sets aside what it cannot read; a view may look before that has happened.
 */
export function isPlausible(key: string, value: unknown): boolean {
  return CHECKS[key]?.(value) ?? true;
}
