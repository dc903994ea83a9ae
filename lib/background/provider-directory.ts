import type { ConfiguredProvider } from '../domain/provider-settings.ts';
import { PROVIDER_IDS, type ProviderId } from '../domain/ref.ts';
import { readKeys, writeKeys } from '../platform/keys.ts';
import type { ProviderAccess } from '../providers/provider.ts';
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
 * token that was read earlier may have been rotated away.
 */
export async function prepareAccess({ settings }: ConfiguredProvider): Promise<ProviderAccess> {
  const id = settings.provider;
  const { secrets, grant } = await readKeys(id);
  return {
    settings,
    secrets,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    ...(grant ? { grant } : {}),
    keepGrant: async (renewed, refreshToken) => {
      const kept = await readKeys(id);
      // The agent may have removed or replaced the key while the token was renewed: theirs stands.
      if (kept.secrets.refreshToken !== secrets.refreshToken) return;
      await writeKeys(id, {
        secrets: refreshToken === undefined ? kept.secrets : { ...kept.secrets, refreshToken },
        grant: renewed,
      });
    },
  };
}
