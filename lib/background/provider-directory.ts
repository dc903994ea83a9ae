import { type ConfiguredProvider, isSameSettings, type ProviderSettings, SECRET_NAMES } from '../domain/provider-settings.ts';
import { PROVIDER_IDS, type ProviderId } from '../domain/ref.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import type { Kept, TestedToken } from '../platform/keys.ts';
import type { KeyBarrier } from '../platform/messages.ts';
import { writeValue } from '../platform/stored-value.ts';
import type { Grant, ProviderAccess, RefreshTokens } from '../providers/provider.ts';
import { changeKeysForSure, readKeys } from './keyring.ts';
import { readStored } from './read-stored.ts';

/** The chat systems that have been set up, with their settings but without their secrets. */
export async function readProviders(): Promise<Partial<Record<ProviderId, ConfiguredProvider>>> {
  return ((await readStored('providers')) ?? {}) as Partial<Record<ProviderId, ConfiguredProvider>>;
}

export async function listConfigured(): Promise<readonly ProviderId[]> {
  const providers = await readProviders();
  return PROVIDER_IDS.filter((id) => providers[id] !== undefined);
}

/** Writes what views know of a provider, after its keys: the second half of a save. */
export async function writeProvider(
  id: ProviderId,
  { settings, secrets }: Required<Pick<Kept, 'settings' | 'secrets'>>,
  isSameAccount: boolean,
): Promise<void> {
  const stored = SECRET_NAMES.filter((name) => secrets[name] !== undefined);
  const before = await readProviders();
  const savedAt = Date.now();
  const changedAt = isSameAccount ? (before[id]?.changedAt ?? savedAt) : savedAt;
  await writeValue('local', 'providers', { ...before, [id]: { settings, stored, savedAt, changedAt } });
}

/** The keys were saved with other settings than these: the save was cut short, and has been finished now. */
export interface Moved {
  readonly kind: 'moved';
}

/**
 * What a client needs to work: settings, secrets, and where renewed tokens are kept. Asked for just before the call: a refresh
 * token that was read earlier may have been rotated away. Refused while locked, where the browser cannot read the keys, and where
 * they belong to other settings.
 */
export async function prepareAccess({ settings }: ConfiguredProvider): Promise<Result<ProviderAccess, KeyBarrier | Moved>> {
  const id = settings.provider;
  const kept = await readKeys(id);
  if (!kept.ok) return kept;
  const { secrets, grant, settings: meant } = kept.value;
  if (meant && !isSameSettings(meant, settings)) {
    await writeProvider(id, { settings: meant, secrets }, false);
    return fail({ kind: 'moved' });
  }
  return succeed({
    settings,
    secrets,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    ...(grant ? { grant } : {}),
    readLatest: () => readLatest(settings),
    keepGrant: (renewed, tokens) => keepGrant(id, renewed, tokens),
  });
}

/** Tokens as they are kept by now. Not of other settings: a token goes to no other address than the one it was typed for. */
async function readLatest(settings: ProviderSettings): ReturnType<NonNullable<ProviderAccess['readLatest']>> {
  const kept = await readKeys(settings.provider);
  if (!kept.ok || !kept.value.settings || !isSameSettings(kept.value.settings, settings)) return undefined;
  const { secrets, grant } = kept.value;
  return { ...(secrets.refreshToken ? { refreshToken: secrets.refreshToken } : {}), ...(grant ? { grant } : {}) };
}

/**
 * Keeps what a renewal gave, unless the agent has removed or replaced its refresh token meanwhile: theirs stands. Does not fail:
 * a token that was used once is good for nothing, so the one that replaces it must not be lost to a full disk.
 */
export async function keepGrant(id: ProviderId, grant: Grant, tokens: RefreshTokens, test?: Test): Promise<void> {
  await changeKeysForSure(id, (now) => keepTested(replaceToken(now, grant, tokens), tokens, test));
}

/** A test of a typed refresh token. `isSetUp`: the provider was when it began. */
interface Test {
  readonly tested: Omit<TestedToken, 'refreshToken'>;
  readonly isSetUp: boolean;
}

/** Wherever the used token is held, the next one takes its place. */
function replaceToken(kept: Kept, grant: Grant, { used, next = used }: RefreshTokens): Kept {
  const { secrets, tested } = kept;
  const isStored = secrets.refreshToken === used;
  const isTested = tested?.refreshToken === used;
  if (!isStored && !isTested) return kept;
  return {
    ...kept,
    ...(isStored ? { secrets: { ...secrets, refreshToken: next }, grant } : {}),
    ...(isTested ? { tested: { ...tested, refreshToken: next } } : {}),
  };
}

/** What was typed may be saved, or tested again: then the token that it has become is meant. Not of a provider that was removed. */
function keepTested(kept: Kept, { next }: RefreshTokens, test: Test | undefined): Kept {
  const isRemoved = test?.isSetUp && kept.settings === undefined;
  return test && next !== undefined && !isRemoved ? { ...kept, tested: { ...test.tested, refreshToken: next } } : kept;
}
