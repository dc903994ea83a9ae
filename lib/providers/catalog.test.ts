import { describe, expect, it } from 'vitest';
import type { ProviderSettings } from '../domain/provider-settings.ts';
import { PROVIDER_IDS } from '../domain/ref.ts';
import { makeMaaxAccess } from './access-for-tests.ts';
import { parseBaseUrl, parseEndpointUrl } from './base-url.ts';
import { CATALOG, listProviderUrls } from './catalog.ts';
import { PROVIDERS } from './registry.ts';

describe('the catalog', () => {
  it.each(PROVIDER_IDS)('says of %s what its client says', (id) => {
    const { name, defaults } = CATALOG[id];
    const provider = PROVIDERS[id];
    expect(provider).toMatchObject({ id, name, defaults });
    expect(listProviderUrls(defaults)).toEqual(provider.urls(defaults));
  });

  it('holds URLs as set-up would store them', () => {
    const { maax, socialboards } = CATALOG;
    expect(parseBaseUrl(maax.defaults.baseUrl)).toEqual({ ok: true, value: maax.defaults.baseUrl });
    expect(parseBaseUrl(socialboards.defaults.baseUrl)).toEqual({ ok: true, value: socialboards.defaults.baseUrl });
    expect(parseEndpointUrl(socialboards.defaults.tokenUrl)).toEqual({ ok: true, value: socialboards.defaults.tokenUrl });
  });

  it('lists the token URL only where it is called', () => {
    const defaults: ProviderSettings = CATALOG.socialboards.defaults;
    expect(listProviderUrls(defaults)).toHaveLength(2);
    expect(listProviderUrls({ ...CATALOG.socialboards.defaults, signIn: 'access-token' })).toHaveLength(1);
  });
});

describe('the registry', () => {
  it("takes no other provider's settings", async () => {
    expect(() => PROVIDERS.socialboards.open('7', makeMaaxAccess('http://localhost'))).toThrow(
      'Settings of maax given to socialboards',
    );
  });
});
