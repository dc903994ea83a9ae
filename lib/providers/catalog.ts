import type { ProviderSettings } from '../domain/provider-settings.ts';
import type { ProviderId } from '../domain/ref.ts';
import { listMaaxUrls, MAAX_DEFAULTS, MAAX_NAME } from './maax/defaults.ts';
import { listSocialBoardsUrls, SOCIALBOARDS_DEFAULTS, SOCIALBOARDS_NAME } from './socialboards/defaults.ts';

/** What views may know of a provider: no client, no schema. */
export interface CatalogEntry<S extends ProviderSettings = ProviderSettings> {
  /** The product's name, the same in every language. */
  readonly name: string;
  /** What the set-up form holds before anything was saved. */
  readonly defaults: S;
}

export const CATALOG: { readonly [id in ProviderId]: CatalogEntry<Extract<ProviderSettings, { provider: id }>> } = {
  maax: { name: MAAX_NAME, defaults: MAAX_DEFAULTS },
  socialboards: { name: SOCIALBOARDS_NAME, defaults: SOCIALBOARDS_DEFAULTS },
};

/** Every URL that the settings make Backscroll call; the host permission is asked for their origins. */
export function listProviderUrls(settings: ProviderSettings): readonly string[] {
  return settings.provider === 'maax' ? listMaaxUrls(settings) : listSocialBoardsUrls(settings);
}
