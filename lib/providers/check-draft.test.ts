import { describe, expect, it } from 'vitest';
import type { ProviderDraft, ProviderSettings, SocialBoardsSettings } from '../domain/provider-settings.ts';
import { checkDraft, type ProviderSetup } from './check-draft.ts';
import { MAAX_DEFAULTS } from './maax/defaults.ts';
import { SOCIALBOARDS_DEFAULTS } from './socialboards/defaults.ts';

const BOARDS: SocialBoardsSettings = { ...SOCIALBOARDS_DEFAULTS, clientId: 'client' };

function draft(settings: ProviderSettings, typed: ProviderDraft['typed'] = {}): ProviderDraft {
  return { settings, typed };
}

describe('checkDraft', () => {
  it('normalises what is right', () => {
    const typed = { apiKey: ' key-1\n' };
    expect(checkDraft(draft({ provider: 'maax', baseUrl: ' https://app.maax.ai/api/v2 ' }, typed))).toEqual({
      ok: true,
      value: { settings: MAAX_DEFAULTS, secrets: { apiKey: 'key-1' } },
    });
    const boards = { ...BOARDS, clientId: ' client ', baseUrl: 'https://api.socialboards.com', tokenUrl: `${BOARDS.tokenUrl}/` };
    expect(checkDraft(draft(boards, { refreshToken: 'r' }))).toEqual({
      ok: true,
      value: { settings: BOARDS, secrets: { refreshToken: 'r' } },
    });
  });

  it.each(['', '/', '//'])('keeps the stored secret where the box is empty, with the same address and %j at its end', (end) => {
    const stored: ProviderSetup = { settings: MAAX_DEFAULTS, secrets: { apiKey: 'old' } };
    const same = { ...MAAX_DEFAULTS, baseUrl: `https://app.maax.ai/api/v2${end}` };
    expect(checkDraft(draft(same, { apiKey: '  ' }), stored)).toEqual({
      ok: true,
      value: { settings: MAAX_DEFAULTS, secrets: { apiKey: 'old' } },
    });
    expect(checkDraft(draft(MAAX_DEFAULTS, { apiKey: 'new' }), stored)).toMatchObject({ value: { secrets: { apiKey: 'new' } } });
  });

  it.each([
    ['another host', 'https://app.max.ai/api/v2/'],
    ['another port', 'https://app.maax.ai:8443/api/v2/'],
    ['another scheme', 'http://localhost/api/v2/'],
    ['another path', 'https://app.maax.ai/tenant/api/v2/'],
    ['a longer path', 'https://app.maax.ai/api/v2/x/'],
    ['a shorter path', 'https://app.maax.ai/api/'],
    ['another case', 'https://app.maax.ai/API/v2/'],
  ])('asks for the secret again for %s', (_what, baseUrl) => {
    const stored: ProviderSetup = { settings: MAAX_DEFAULTS, secrets: { apiKey: 'old' } };
    const moved = { ...MAAX_DEFAULTS, baseUrl };
    expect(checkDraft(draft(moved), stored)).toEqual({ ok: false, failure: [{ field: 'apiKey', problem: 'secret-again' }] });
    expect(checkDraft(draft(moved, { apiKey: 'new' }), stored)).toMatchObject({ value: { secrets: { apiKey: 'new' } } });
  });

  it.each([
    { tokenUrl: 'https://other.example/token' },
    { tokenUrl: 'https://api.socialboards.com/other/token' },
    { baseUrl: 'https://api.socialboards.com/other/' },
  ])('lets no stored secret follow to another address, not even the one that is not in use: %j', (changed) => {
    const stored: ProviderSetup = { settings: BOARDS, secrets: { refreshToken: 'old', accessToken: 'old' } };
    const moved = { ...BOARDS, ...changed };
    expect(checkDraft(draft(moved, { refreshToken: 'new' }), stored)).toEqual({
      ok: true,
      value: { settings: moved, secrets: { refreshToken: 'new' } },
    });
  });

  it.each([
    [' harbor ', 'harbor'],
    ['Harbor-2', 'Harbor-2'],
    ['', ''],
  ])('takes the community %j', (community, kept) => {
    const settings = { ...BOARDS, community };
    expect(checkDraft(draft(settings, { refreshToken: 'r' }))).toMatchObject({ value: { settings: { community: kept } } });
  });

  it.each([
    'two words',
    'a/b',
    'a?b',
    'x\r\nX-Other: 1',
    'håvn',
    '.',
    '..',
    'https://inbox.socialboards.com/harbor',
    'x'.repeat(101),
  ])('refuses the community %j', (community) => {
    expect(checkDraft(draft({ ...BOARDS, community }, { refreshToken: 'r' }))).toEqual({
      ok: false,
      failure: [{ field: 'community', problem: 'community-invalid' }],
    });
  });

  it.each([
    ['maax without a key', MAAX_DEFAULTS, [{ field: 'apiKey', problem: 'secret-missing' }]],
    [
      'refresh token sign-in with nothing',
      SOCIALBOARDS_DEFAULTS,
      [
        { field: 'clientId', problem: 'client-id-missing' },
        { field: 'refreshToken', problem: 'secret-missing' },
      ],
    ],
    [
      'access token sign-in with nothing',
      { ...SOCIALBOARDS_DEFAULTS, signIn: 'access-token' },
      [{ field: 'accessToken', problem: 'secret-missing' }],
    ],
    [
      'wrong URLs',
      { ...BOARDS, baseUrl: 'http://x.example', tokenUrl: 'https://a@b.example/token' },
      [
        { field: 'baseUrl', problem: 'url-insecure' },
        { field: 'tokenUrl', problem: 'url-credentials' },
        { field: 'refreshToken', problem: 'secret-missing' },
      ],
    ],
  ] satisfies [string, ProviderSettings, object[]][])('refuses %s', (_what, settings, problems) => {
    expect(checkDraft(draft(settings))).toEqual({ ok: false, failure: problems });
  });

  it('refuses a secret that no header can hold', () => {
    expect(checkDraft(draft(MAAX_DEFAULTS, { apiKey: 'a b' }))).toEqual({
      ok: false,
      failure: [{ field: 'apiKey', problem: 'secret-characters' }],
    });
  });

  it("takes nothing from another provider's secrets", () => {
    const stored: ProviderSetup = { settings: BOARDS, secrets: { apiKey: 'x', refreshToken: 'y' } };
    expect(checkDraft(draft(MAAX_DEFAULTS), stored)).toMatchObject({ failure: [{ problem: 'secret-missing' }] });
  });
});
