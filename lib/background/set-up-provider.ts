import { isSameSettings, type ProviderDraft, type ProviderSettings } from '../domain/provider-settings.ts';
import type { ProviderId } from '../domain/ref.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import type { Kept } from '../platform/keys.ts';
import type { KeyBarrier, SaveRefusal } from '../platform/messages.ts';
import { writeValue } from '../platform/stored-value.ts';
import type { ProviderSetup } from '../providers/check-draft.ts';
import { PROVIDERS } from '../providers/registry.ts';
import { checkSetup } from './check-setup.ts';
import { dropCopies } from './copies.ts';
import { giveUpAccess } from './give-up-access.ts';
import { changeKeys, changeKeysForSure, readKeys } from './keyring.ts';
import { readProviders, writeProvider } from './provider-directory.ts';
import { forgetShape } from './provider-shape.ts';
import { forgetStanding } from './provider-standing.ts';

type Checked = Result<ProviderSetup, SaveRefusal>;

/**
 * Keeps what the agent typed: secrets in IndexedDB, the rest in storage. Nothing is sent.
 * Refused while locked, with the fields that are wrong, or where the browser reads or stores nothing; then nothing is changed.
 */
export async function saveProvider(draft: ProviderDraft): Promise<Result<null, SaveRefusal>> {
  const id = draft.settings.provider;
  const [kept, { [id]: before }] = await Promise.all([readKeys(id), readProviders()]);
  if (!kept.ok) return kept;
  const checked = checkSetup(draft, kept.value, before?.settings);
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
      const checked = checkSetup(draft, held, known);
      Object.assign(done, { held, checked });
      return checked.ok ? checked.value : held;
    });
    if (!written.ok || !done.checked) return written;
    if (!done.checked.ok) return done.checked;
    await writeProvider(id, done.checked.value, isSameAccount);
    return written;
  } catch {
    const { held, checked } = done;
    // Where that is not stored either, it is with the next change. Until then the keys say themselves what they are for.
    if (held && checked?.ok) await changeKeysForSure(id, (now) => restore(held, checked.value, now));
    return fail({ kind: 'not-stored' });
  }
}

/** What was held before, but for a token that the save left alone and that was rotated meanwhile. */
function restore(held: Kept, saved: ProviderSetup, now: Kept): Kept {
  const { refreshToken } = now.secrets;
  const isRotated = refreshToken !== undefined && saved.secrets.refreshToken === held.secrets.refreshToken;
  return isRotated ? { ...held, secrets: { ...held.secrets, refreshToken } } : held;
}

/** Forgets a provider: its keys, its settings and the permission for its hosts. Refused while its keys are out of reach. */
export async function removeProvider(id: ProviderId): Promise<Result<null, KeyBarrier>> {
  const forgotten = await changeKeys(id, () => undefined);
  if (!forgotten.ok) return forgotten;
  const { [id]: removed, ...others } = await readProviders();
  await writeValue('local', 'providers', others);
  await forgetAnswers(id, false);
  if (removed) await Promise.all(PROVIDERS[id].urls(removed.settings).map(giveUpAccess));
  return succeed(null);
}
