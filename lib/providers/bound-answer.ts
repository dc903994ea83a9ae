import type { Secrets } from '../domain/provider-settings.ts';

const DEEPEST = 12;
const MOST_VALUES = 5_000;
const LONGEST_TEXT = 4_000;
const CUT = '…';

/** May be a social security number (apis/external-chat-api/reference/objects/user-value): never shown. */
const PERSONAL = 'customidentifier';
const PERSONAL_IN_TEXT = /("customIdentifier"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|[^\s",}\]]+)/gi;

/**
 * An answer that could not be read, made fit to be shown: at most 5,000 values, 12 levels and 4,000 characters a text,
 * each cut marked by `…`. A server that echoes its request does not get a secret on screen.
 */
export function boundAnswer(answer: unknown, secrets: Secrets = {}): unknown {
  let left = MOST_VALUES;
  const hidden = Object.values(secrets).filter((secret) => secret !== '');

  function boundText(text: string): string {
    const shown = text.replace(PERSONAL_IN_TEXT, `$1"${CUT}"`);
    const masked = hidden.reduce((result, secret) => result.replaceAll(secret, CUT), shown);
    return masked.length > LONGEST_TEXT ? masked.slice(0, LONGEST_TEXT) + CUT : masked;
  }

  function bound(value: unknown, depth: number): unknown {
    left -= 1;
    if (typeof value === 'string') {
      return boundText(value);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    if (depth === DEEPEST) {
      return CUT;
    }
    return Array.isArray(value) ? boundList(value, depth) : boundEntries(value, depth);
  }

  function boundList(list: readonly unknown[], depth: number): unknown[] {
    const kept: unknown[] = [];
    for (const value of list) {
      if (left <= 0) {
        return [...kept, CUT];
      }
      kept.push(bound(value, depth + 1));
    }
    return kept;
  }

  function boundEntries(value: object, depth: number): unknown {
    const kept: [string, unknown][] = [];
    for (const [key, inner] of Object.entries(value)) {
      if (left <= 0) {
        kept.push([CUT, CUT]);
        break;
      }
      const isPersonal = key.toLowerCase() === PERSONAL && inner !== null;
      kept.push([boundText(key), isPersonal ? CUT : bound(inner, depth + 1)]);
    }
    // `fromEntries` defines properties: a key named `__proto__` stays a key.
    return Object.fromEntries(kept);
  }

  return bound(answer, 0);
}
