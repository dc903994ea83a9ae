import { isSameSettings, type ProviderDraft, type ProviderSettings, type Secrets } from '../domain/provider-settings.ts';
import { isConversationId, type ProviderId } from '../domain/ref.ts';
import { type Failure, fail, type Result, succeed } from '../domain/result.ts';
import { hasAccess } from '../platform/access.ts';
import type { Kept } from '../platform/keys.ts';
import type { SaveRefusal, TestOutcome } from '../platform/messages.ts';
import { writeValue } from '../platform/stored-value.ts';
import { checkDraft } from '../providers/check-draft.ts';
import { PROVIDERS } from '../providers/registry.ts';
import { dropCopies } from './copies.ts';
import { giveUpAccess } from './give-up-access.ts';
import { changeKeys, type Locked, readKeys } from './keyring.ts';
import { keepGrant, readProviders, writeProvider } from './provider-directory.ts';
import { forgetShape } from './provider-shape.ts';
import { forgetStanding } from './provider-standing.ts';

async function check(draft: ProviderDraft): Promise<Result<{ settings: ProviderSettings; secrets: Secrets }, SaveRefusal>> {
  const id = draft.settings.provider;
  const kept = await readKeys(id);
  if (!kept.ok) return kept;
  const { secrets, settings = (await readProviders())[id]?.settings } = kept.value;
  const checked = checkDraft(draft, settings ? { settings, secrets } : undefined);
  return checked.ok ? checked : fail({ kind: 'draft', problems: checked.failure });
}

/**
 * Keeps what the agent typed: secrets in IndexedDB, the rest in storage. Nothing is sent.
 * Refused while locked, with the fields that are wrong, or where the browser stores nothing; then nothing is changed.
 */
export async function saveProvider(draft: ProviderDraft): Promise<Result<null, SaveRefusal>> {
  const checked = await check(draft);
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  const id = settings.provider;
  const before = (await readProviders())[id]?.settings;
  const isSame = Object.keys(draft.typed).length === 0 && before !== undefined && isSameSettings(before, settings);
  // Before, as the views ask at once; after, as an answer to the old key may just have come.
  await forgetAnswers(id, isSame);
  const written = await keep(id, { settings, secrets }, isSame);
  if (written.ok) await forgetAnswers(id, isSame);
  return written;
}

/** What was answered so far counts no more. Another address or key may be another account: an id is then another conversation. */
async function forgetAnswers(id: ProviderId, isSameAccount: boolean): Promise<void> {
  await forgetStanding(id);
  if (isSameAccount) return;
  await dropCopies(id);
  await forgetShape(id);
}

/** Keys first: where only they are written, the rest is found with them. */
async function keep(
  id: ProviderId,
  kept: { settings: ProviderSettings; secrets: Secrets },
  isSameAccount: boolean,
): Promise<Result<null, SaveRefusal>> {
  let before: Kept | undefined;
  try {
    const written = await changeKeys(id, (held) => {
      before = held;
      return kept;
    });
    if (written.ok) await writeProvider(id, kept, isSameAccount);
    return written;
  } catch {
    if (before) await changeKeys(id, () => before);
    return fail({ kind: 'not-stored' });
  }
}

/** Reads one conversation with what the boxes hold now, saved or not. */
export async function testProvider(draft: ProviderDraft, id: string): Promise<TestOutcome> {
  const checked = await check(draft);
  if (!checked.ok) return checked;
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
    // A test may rotate a refresh token that is also the stored one: losing the new one would lock the agent out.
    keepGrant: (grant, tokens) => keepGrant(provider.id, grant, tokens),
  });
  if (!answer.ok) return answer;
  const { facts, messages, shape } = answer.value;
  return succeed({ messages: facts.total ?? messages.length, ...(shape ? { shape } : {}) });
}

/** Forgets a provider: its keys, its settings and the permission for its hosts. Refused while locked. */
export async function removeProvider(id: ProviderId): Promise<Result<null, Locked>> {
  const forgotten = await changeKeys(id, () => undefined);
  if (!forgotten.ok) return forgotten;
  const { [id]: removed, ...others } = await readProviders();
  await writeValue('local', 'providers', others);
  await forgetAnswers(id, false);
  if (removed) await Promise.all(PROVIDERS[id].urls(removed.settings).map(giveUpAccess));
  return succeed(null);
}
