import { DEMO_KEYS } from '../../demo/emulator/state.ts';
import type { ProviderDraft } from '../../lib/domain/provider-settings.ts';
import type { View } from './view.ts';

interface ExtensionApi {
  readonly runtime: { sendMessage(message: object): Promise<{ readonly ok: boolean } | undefined> };
}

/** What the options page would send for a MAAX AI at this server, its key typed anew. */
export function draftMaax(url: string, apiKey: string = DEMO_KEYS.maaxKey): ProviderDraft {
  return { settings: { provider: 'maax', baseUrl: `${url}/api/v2/` }, typed: { apiKey } };
}

/** What the options page would send for a SocialBoards at this server, its refresh token typed anew. */
export function draftSocialBoards(url: string, refreshToken: string = DEMO_KEYS.refreshToken): ProviderDraft {
  const { clientId } = DEMO_KEYS;
  const addresses = { baseUrl: `${url}/`, tokenUrl: `${url}/token` };
  return {
    settings: { provider: 'socialboards', signIn: 'refresh-token', clientId, community: '', ...addresses },
    typed: { refreshToken },
  };
}

/** Saves with the options page's own message; the hosts are granted already. */
export async function saveDraft(options: View, draft: ProviderDraft): Promise<void> {
  const answer = await options.evaluate((input) => {
    const api =
      (globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi }).browser ??
      (globalThis as unknown as { chrome: ExtensionApi }).chrome;
    const say = () => api.runtime.sendMessage({ type: 'save-provider', input });
    // A background that is just ending hears nothing; the product says it once more, too.
    return say().catch(async (error: unknown) => {
      if (!String(error).includes('Receiving end')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return say();
    });
  }, draft);
  if (!answer?.ok) throw new Error(`The settings were not saved: ${JSON.stringify(answer)}`);
}
