import type { Result } from '../../lib/domain/result.ts';
import type { TaughtRule } from '../../lib/domain/taught-rule.ts';
import { type ImportRefusal, type RuleTrial, tell } from '../../lib/platform/messages.ts';
import { useStored } from './use-stored.ts';

export type { ImportRefusal, RuleTrial };

/** All taught rules; undefined until known. */
export function useRules(): readonly TaughtRule[] | undefined {
  const { isRead, value } = useStored('local', 'rules');
  return isRead ? (value ?? []) : undefined;
}

/** Puts a rule in another's place, or deletes it. Resolves to false where there is such a rule already. */
export async function replaceRule(rule: TaughtRule, by: TaughtRule | null): Promise<boolean> {
  return (await tell('replace-rule', { rule, by })) ?? false;
}

/** What a rule finds on the pages of its site that are open now. */
export async function tryRule(rule: TaughtRule): Promise<RuleTrial> {
  return (await tell('try-rule', { rule })) ?? { pages: 0, ids: [] };
}

/** Takes in an exported file. A text that is too long is refused unread. */
export async function importRules(text: string): Promise<Result<{ readonly count: number }, ImportRefusal>> {
  return (await tell('import-rules', { text })) ?? { ok: false, failure: { kind: 'wrong-shape', where: '' } };
}
