import type { ConfiguredProvider } from '../domain/provider-settings.ts';
import { PROVIDER_IDS, type ProviderId } from '../domain/ref.ts';
import { type Result, succeed } from '../domain/result.ts';
import type { ProviderAccess } from '../providers/provider.ts';
import { changeKeys, type Locked, readKeys } from './keyring.ts';
import { readStored } from './read-stored.ts';

/** The chat systems that have been set up, with their settings but without their secrets. */
export async function readProviders(): Promise<Partial<Record<ProviderId, ConfiguredProvider>>> {
  return ((await readStored('providers')) ?? {}) as Partial<Record<ProviderId, ConfiguredProvider>>;
}

export async function listConfigured(): Promise<readonly ProviderId[]> {
  const providers = await readProviders();
  return PROVIDER_IDS.filter((id) => providers[id] !== undefined);
}

/**
 * What a client needs to work: settings, secrets, and where renewed tokens are kept. Asked for just before the call: a refresh
 * token that was read earlier may have been rotated away. Refused while locked.
 */
export async function prepareAccess({ settings }: ConfiguredProvider): Promise<Result<ProviderAccess, Locked>> {
  const id = settings.provider;
  const kept = await readKeys(id);
  if (!kept.ok) return kept;
  const { secrets, grant } = kept.value;
  return succeed({
    settings,
    secrets,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    ...(grant ? { grant } : {}),
    keepGrant: async (renewed, refreshToken) => {
      await changeKeys(id, (now) => {
        // The agent may have removed or replaced the key while the token was renewed: theirs stands.
        if (now.secrets.refreshToken !== secrets.refreshToken) return now;
        return { secrets: refreshToken === undefined ? now.secrets : { ...now.secrets, refreshToken }, grant: renewed };
      });
    },
  });
}
