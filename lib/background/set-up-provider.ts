import { isSameSettings, type ProviderDraft, type ProviderSettings } from '../domain/provider-settings.ts';
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

type Checked = Result<Setup, SaveRefusal>;
type Setup = Required<Pick<Kept, 'settings' | 'secrets'>>;

/** `settings`: of keys that do not say themselves what they were saved with. */
function check(draft: ProviderDraft, { secrets, settings: own }: Kept, settings: ProviderSettings | undefined): Checked {
  const meant = own ?? settings;
  const checked = checkDraft(draft, meant && { settings: meant, secrets });
  return checked.ok ? checked : fail({ kind: 'draft', problems: checked.failure });
}

/**
 * Keeps what the agent typed: secrets in IndexedDB, the rest in storage. Nothing is sent.
 * Refused while locked, with the fields that are wrong, or where the browser stores nothing; then nothing is changed.
 */
export async function saveProvider(draft: ProviderDraft): Promise<Result<null, SaveRefusal>> {
  const id = draft.settings.provider;
  const [kept, { [id]: before }] = await Promise.all([readKeys(id), readProviders()]);
  if (!kept.ok) return kept;
  const checked = check(draft, kept.value, before?.settings);
  if (!checked.ok) return checked;
  const { settings } = checked.value;
  const isSame = Object.keys(draft.typed).length === 0 && before !== undefined && isSameSettings(before.settings, settings);
  // Before, as the views ask at once; after, as an answer to the old key may just have come.
  await forgetAnswers(id, isSame);
  const written = await keep(draft, before?.settings, isSame);
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

/**
 * Keys first: where only they are written, the rest is found with them. What an empty box means is what is held at that moment: a
 * token may have been rotated since the draft was checked.
 */
async function keep(
  draft: ProviderDraft,
  known: ProviderSettings | undefined,
  isSameAccount: boolean,
): Promise<Result<null, SaveRefusal>> {
  const id = draft.settings.provider;
  const done: { held?: Kept; checked?: Checked } = {};
  try {
    const written = await changeKeys(id, (held) => {
      const checked = check(draft, held, known);
      Object.assign(done, { held, checked });
      return checked.ok ? checked.value : held;
    });
    if (!written.ok || !done.checked) return written;
    if (!done.checked.ok) return done.checked;
    await writeProvider(id, done.checked.value, isSameAccount);
    return written;
  } catch {
    const { held, checked } = done;
    if (held && checked?.ok) await changeKeys(id, (now) => restore(held, checked.value, now));
    return fail({ kind: 'not-stored' });
  }
}

/** What was held before, but for a token that the save left alone and that was rotated meanwhile. */
function restore(held: Kept, saved: Setup, now: Kept): Kept {
  const { refreshToken } = now.secrets;
  const isRotated = refreshToken !== undefined && saved.secrets.refreshToken === held.secrets.refreshToken;
  return isRotated ? { ...held, secrets: { ...held.secrets, refreshToken } } : held;
}

/** Reads one conversation with what the boxes hold now, saved or not. */
export async function testProvider(draft: ProviderDraft, id: string): Promise<TestOutcome> {
  const [kept, { [draft.settings.provider]: known }] = await Promise.all([readKeys(draft.settings.provider), readProviders()]);
  if (!kept.ok) return kept;
  const checked = check(draft, kept.value, known?.settings);
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
