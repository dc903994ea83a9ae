import type { ProviderId } from './ref.ts';

/** Where what is refused stands: in a link, in a field, in running text. */
export const REFUSED_KINDS = ['link', 'field', 'text'] as const;

interface Taught {
  readonly version: 1;
  /** Scheme, host and port of the site that it was taught on. */
  readonly site: string;
  /** What the ids are ids of, where the agent said so. */
  readonly provider?: ProviderId;
  readonly enabled: boolean;
  /** Present: the agent said that what stands there, as such evidence, is not the id. It hides this, and finds nothing. */
  readonly refuses?: (typeof REFUSED_KINDS)[number];
}

/**
 * Where the pages of one site show the id. `label`: the exact words beside it; `url`: the parameter's name or the part of the path
 * before it; `pattern`: literal text with one `{id}`. No regular expression: none can hang a page. Of a rule that refuses, `url` is the parameter or part of the path in links
 * to a chat system.
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

/** The place a rule looks at, as one text. What is refused of one chat system may stand where another's is. */
export function formatRule(rule: TaughtRule): string {
  const { site, kind, text, refuses, provider } = rule;
  return JSON.stringify([site, kind, kind === 'url' ? rule.place : '', text, ...(refuses ? [refuses, provider] : [])]);
}

/** With these rules among the others; those that looked in the same places go. */
export function putRules(rules: readonly TaughtRule[], put: readonly TaughtRule[]): readonly TaughtRule[] {
  return [...rules.filter((rule) => !put.some((other) => isSameRule(rule, other))), ...put];
}

/** Versions of the exported file that are read. */
export const RULE_FILE_VERSIONS: readonly unknown[] = [1, 2];

/** What an export holds; of the first version, as long as it can be. */
export function toRuleFile(rules: readonly TaughtRule[]) {
  return { format: 'backscroll-rules', version: rules.some(({ refuses }) => refuses) ? 2 : 1, rules };
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
