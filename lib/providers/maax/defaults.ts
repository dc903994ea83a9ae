import type { MaaxSettings } from '../../domain/provider-settings.ts';

export const MAAX_NAME = 'MAAX AI';

export const MAAX_DEFAULTS: MaaxSettings = { provider: 'maax', baseUrl: 'https://app.maax.ai/api/v2/' };

/**
 * The v2 pages print this host beside `app.maax.ai`. It is another domain, perhaps of another owner: a key that is sent there
 * may be given away, so it is offered with a warning only.
 */
export const MAAX_DOUBTFUL_HOST = 'app.max.ai';

/** Every URL that the settings make Backscroll call. */
export function listMaaxUrls(settings: MaaxSettings): readonly string[] {
  return [settings.baseUrl];
}
