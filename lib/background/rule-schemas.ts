import {
  formatRule,
  isRuleText,
  MAX_RULE_TEXT,
  MAX_RULES,
  MAX_SITE_RULES,
  REFUSED_KINDS,
  type TaughtRule,
} from '../domain/taught-rule.ts';
import { z } from '../providers/zod.ts';
import { candidate, providerId, webOrigin } from './schemas.ts';

const taught = { version: z.literal(1), site: webOrigin, provider: providerId.optional(), enabled: z.boolean() };
const refused = z.enum(REFUSED_KINDS);
const ruleText = z.string().max(MAX_RULE_TEXT);

/** A taught rule, wherever it comes from. */
export const rule = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...taught, kind: z.literal('label'), text: ruleText, refuses: refused.exclude(['link']).optional() }),
    z.strictObject({ ...taught, kind: z.literal('pattern'), text: ruleText, refuses: refused.optional() }),
    z.strictObject({
      ...taught,
      kind: z.literal('url'),
      place: z.enum(['query', 'path']),
      text: ruleText,
      refuses: refused.extract(['link']).optional(),
    }),
  ])
  .refine(({ kind, text }) => isRuleText(kind, text));

/** The value of `local:rules`, and what an export holds: each place once, and no more than pages can bear. */
export const rules = z
  .array(rule)
  .max(MAX_RULES)
  .refine((all) => new Set((all as TaughtRule[]).map(formatRule)).size === all.length)
  .refine((all) => all.every(({ site }) => all.filter((other) => other.site === site).length <= MAX_SITE_RULES));

/** An exported file. The first version knew no rules that refuse. */
export const ruleFile = z.discriminatedUnion('version', [
  z.strictObject({
    ...{ format: z.literal('backscroll-rules'), version: z.literal(1) },
    rules: rules.refine((all) => all.every(({ refuses }) => !refuses)),
  }),
  z.strictObject({ format: z.literal('backscroll-rules'), version: z.literal(2), rules }),
]);

/** What a picker gives back. */
export const pick = z.strictObject({
  number: z.string().max(80),
  before: z.string().max(200),
  after: z.string().max(200),
  labels: z.array(z.string().max(200)).max(12),
});

/** What a frame says of itself when the picker comes. */
export const pickerFrame = z.strictObject({ origin: z.string().max(512), url: z.string().max(4096), isRead: z.boolean() });

/** What a rule on trial finds in all frames of a tab. */
export const trial = z.array(candidate).max(500);
