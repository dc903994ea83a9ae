import type { ProviderId } from './ref.ts';

interface Taught {
  readonly version: 1;
  /** Scheme, host and port of the site that it was taught on. */
  readonly site: string;
  /** What the ids are ids of, where the agent said so. */
  readonly provider?: ProviderId;
  readonly enabled: boolean;
}

/**
 * Where the pages of one site show the id. `label`: the exact words beside it; `url`: the parameter's name or the part of the path
 * before it; `pattern`: literal text with one `{id}`. No regular expression: none can hang a page.
 */
export type TaughtRule = Taught &
  (
    | { readonly kind: 'label' | 'pattern'; readonly text: string }
    | { readonly kind: 'url'; readonly place: 'query' | 'path'; readonly text: string }
  );

export const RULE_KINDS = ['label', 'url', 'pattern'] as const;
export const PLACEHOLDER = '{id}';
/** More on one site would cost every page time. */
export const MAX_SITE_RULES = 20;
export const MAX_RULES = 200;
/** Longer texts are no label. */
export const MAX_RULE_TEXT = 80;

/** Whether the text of a rule says enough to find an id by, and no more than a page can bear. */
export function isRuleText(kind: TaughtRule['kind'], text: string): boolean {
  if (text.length > MAX_RULE_TEXT || text !== text.trim() || /[\p{Cc}\ue000-\uf8ff]/u.test(text)) return false;
  if (kind === 'url') return /^[^\s/?&#=]+$/.test(text);
  if (kind === 'label') return /\p{L}/u.test(text) && !/\d$/.test(text) && !text.includes(PLACEHOLDER);
  const parts = text.split(PLACEHOLDER);
  const [before = '', after = ''] = parts;
  const isApart = !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
  return parts.length === 2 && isApart && /\p{L}/u.test(before + after);
}

/** Two rules that look in the same place are one. */
export function isSameRule(a: TaughtRule, b: TaughtRule): boolean {
  return formatRule(a) === formatRule(b);
}

/** The place a rule looks at, as one text. */
export function formatRule(rule: TaughtRule): string {
  return JSON.stringify([rule.site, rule.kind, rule.kind === 'url' ? rule.place : '', rule.text]);
}

/** What the agent clicked, as the page shows it: strings of the page, bounded, never trusted. */
export interface Pick {
  readonly number: string;
  /** Text of the same block, right before and after the number. */
  readonly before: string;
  readonly after: string;
  /** Names of the field that holds it, nearest first. */
  readonly labels: readonly string[];
}

/** What a frame says of itself when the picker comes. */
export interface PickerFrame {
  /** `null` where it is sandboxed. */
  readonly origin: string;
  readonly url: string;
  /** The page around it reads it, and its picker covers it. */
  readonly isRead: boolean;
}
