import type { DraftProblem, ProviderDraft, SecretName, Secrets } from '../domain/provider-settings.ts';
import { isConversationId, type ProviderId } from '../domain/ref.ts';
import { type Failure, fail, type Result, succeed } from '../domain/result.ts';
import { dropAccess, hasAccess } from '../platform/access.ts';
import { forgetKeys, readKeys, writeKeys } from '../platform/keys.ts';
import type { TestOutcome } from '../platform/messages.ts';
import { writeValue } from '../platform/stored-value.ts';
import { checkDraft } from '../providers/check-draft.ts';
import type { Grant } from '../providers/provider.ts';
import { PROVIDERS } from '../providers/registry.ts';
import { dropCopies } from './copies.ts';
import { readProviders } from './provider-directory.ts';
import { forgetStanding } from './provider-standing.ts';

async function check(draft: ProviderDraft) {
  const id = draft.settings.provider;
  const configured = (await readProviders())[id];
  const { secrets } = await readKeys(id);
  return checkDraft(draft, configured ? { settings: configured.settings, secrets } : undefined);
}

function listNames(secrets: Secrets): readonly SecretName[] {
  return (Object.keys(secrets) as SecretName[]).filter((name) => secrets[name] !== undefined);
}

/**
 * Keeps what the agent typed: secrets in IndexedDB, the rest in storage. Nothing is sent.
 * Refused with the fields that are wrong; then nothing is changed.
 */
export async function saveProvider(draft: ProviderDraft): Promise<Result<null, readonly DraftProblem[]>> {
  const checked = await check(draft);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  const id = settings.provider;
  await writeKeys(id, { secrets });
  const before = await readProviders();
  await writeValue('local', 'providers', {
    ...before,
    [id]: { settings, stored: listNames(secrets), savedAt: Date.now() },
  });
  await forgetStanding(id);
  const isSame = Object.keys(draft.typed).length === 0 && JSON.stringify(before[id]?.settings) === JSON.stringify(settings);
  // Another address or key may be another account: the same id is then another conversation.
  if (!isSame) await dropCopies(id);
  return succeed(null);
}

/** Reads one conversation with what the boxes hold now, saved or not. */
export async function testProvider(draft: ProviderDraft, id: string): Promise<TestOutcome> {
  const checked = await check(draft);
  if (!checked.ok) return fail({ kind: 'draft', problems: checked.failure });
  const { settings, secrets } = checked.value;
  const provider = PROVIDERS[settings.provider];
  if (!isConversationId(id)) return fail<Failure>({ kind: 'bad-id', provider: provider.id });
  const urls = provider.urls(settings);
  if (!(await hasAccess(urls))) return fail({ kind: 'no-access', origins: urls });
  const answer = await provider.open(id, {
    settings,
    secrets,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    keepGrant: (grant, refreshToken) => keepTested(provider.id, secrets, grant, refreshToken),
  });
  return answer.ok ? succeed({ messages: answer.value.facts.total ?? answer.value.messages.length }) : answer;
}

/** A test may rotate a refresh token that is also the stored one: losing the new one would lock the agent out. */
async function keepTested(id: ProviderId, tested: Secrets, grant: Grant, refreshToken: string | undefined): Promise<void> {
  const kept = await readKeys(id);
  if (kept.secrets.refreshToken === undefined || kept.secrets.refreshToken !== tested.refreshToken) return;
  await writeKeys(id, { secrets: refreshToken === undefined ? kept.secrets : { ...kept.secrets, refreshToken }, grant });
}

/** Forgets a provider: its keys, its settings and the permission for its hosts. */
export async function removeProvider(id: ProviderId): Promise<void> {
  const { [id]: removed, ...others } = await readProviders();
  await forgetKeys(id);
  await writeValue('local', 'providers', others);
  await forgetStanding(id);
  await dropCopies(id);
  if (removed) await Promise.all(PROVIDERS[id].urls(removed.settings).map(dropAccess));
}
