import type { ProviderSettings } from '../domain/provider-settings.ts';
import type { ProviderId } from '../domain/ref.ts';
import { maax } from './maax/client.ts';
import type { Provider, ProviderAccess } from './provider.ts';
import { socialBoards } from './socialboards/client.ts';

/** The clients of all chat systems. For the background only: views take names and defaults from the catalog. */
export const PROVIDERS: { readonly [id in ProviderId]: Provider } = {
  maax: widen(maax),
  socialboards: widen(socialBoards),
};

/** Lets a client be called by a caller that knows its settings only as some provider's. Throws when they are another's. */
function widen<S extends ProviderSettings>(provider: Provider<S>): Provider {
  const isOwn = (settings: ProviderSettings): settings is S => settings.provider === provider.id;
  function narrow(settings: ProviderSettings): S {
    if (!isOwn(settings)) {
      throw new Error(`Settings of ${settings.provider} given to ${provider.id}`);
    }
    return settings;
  }
  const narrowAccess = (access: ProviderAccess): ProviderAccess<S> => ({ ...access, settings: narrow(access.settings) });
  return {
    ...provider,
    urls: (settings) => provider.urls(narrow(settings)),
    open: (id, access) => provider.open(id, narrowAccess(access)),
    rest: (first, access, onProgress) => provider.rest(first, narrowAccess(access), onProgress),
    refresh: (held, access) => provider.refresh(held, narrowAccess(access)),
  };
}
