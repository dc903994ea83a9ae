import type { ProviderDraft, ProviderSettings } from '../domain/provider-settings.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import type { Kept, TestedToken } from '../platform/keys.ts';
import type { SaveRefusal } from '../platform/messages.ts';
import { checkDraft, hasSameAddresses, type ProviderSetup } from '../providers/check-draft.ts';

/**
 * What a draft means beside what is kept: checked, an empty box as the stored secret, a typed refresh token that a test has spent
 * as the one that replaced it. `known`: the settings of keys that do not say themselves what they were saved with.
 */
export function checkSetup(
  draft: ProviderDraft,
  { secrets, settings, tested }: Kept,
  known: ProviderSettings | undefined,
): Result<ProviderSetup, SaveRefusal> {
  const meant = settings ?? known;
  const checked = checkDraft(draft, meant && { settings: meant, secrets });
  if (!checked.ok) return fail({ kind: 'draft', problems: checked.failure });
  const setup = checked.value;
  if (!tested || !isSuccessor(tested, setup)) return succeed(setup);
  return succeed({ ...setup, secrets: { ...setup.secrets, refreshToken: tested.refreshToken } });
}

/** Whether a tested token replaces what was typed: it goes nowhere but where it came from. */
function isSuccessor({ settings: a, typed }: TestedToken, { settings: b, secrets }: ProviderSetup): boolean {
  const isSameClient = a.provider === 'socialboards' && b.provider === 'socialboards' && a.clientId === b.clientId;
  return isSameClient && hasSameAddresses(a, b) && secrets.refreshToken === typed;
}
