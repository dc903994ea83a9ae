import type { ProviderDraft, ProviderSettings, SecretName } from '../../lib/domain/provider-settings.ts';
import type { ProviderId } from '../../lib/domain/ref.ts';
import { fail, succeed } from '../../lib/domain/result.ts';
import { requestAccess } from '../../lib/platform/access.ts';
import { send } from '../../lib/platform/messages.ts';
import { CATALOG, listProviderUrls } from '../../lib/providers/catalog.ts';
import type { FormOutcome } from '../setup/form-outcome.ts';
import type { ProviderFormProps } from '../setup/use-provider-form.ts';
import { useStored } from './use-stored.ts';

const REFUSED: FormOutcome = fail({ kind: 'timeout' });

/** Asks for the hosts of these settings in the click's own task. An address that is none is left to the background to refuse. */
function askForHosts(settings: ProviderSettings): Promise<boolean> {
  const urls = listProviderUrls(settings).filter((url) => /^https?:\/\//i.test(url) && URL.canParse(url));
  return urls.length === 0 ? Promise.resolve(false) : requestAccess(urls).catch(() => false);
}

/** What the boxes hold is stored whatever the browser answers; without the host it is of no use yet, and that is said. */
async function save(draft: ProviderDraft): Promise<FormOutcome> {
  const asked = askForHosts(draft.settings);
  const saved = await send('save-provider', draft);
  if (!saved) return REFUSED;
  if (!saved.ok) return saved;
  return (await asked) ? succeed(null) : fail({ kind: 'no-access', origins: listProviderUrls(draft.settings) });
}

async function test(draft: ProviderDraft, id: string): Promise<FormOutcome> {
  await askForHosts(draft.settings);
  return (await send('test-provider', { draft, id })) ?? REFUSED;
}

async function remove(provider: ProviderId): Promise<FormOutcome> {
  const removed = await send('remove-provider', { provider });
  return removed ?? REFUSED;
}

type SettingsOf<P extends ProviderId> = Extract<ProviderSettings, { provider: P }>;

/** What a provider's form is given; undefined until storage has answered. */
export function useProviderSetup<P extends ProviderId>(provider: P): ProviderFormProps<SettingsOf<P>> | undefined {
  const { isRead, value } = useStored('local', 'providers');
  const shapes = useStored('local', 'shapes');
  if (!isRead) return undefined;
  const configured = value?.[provider];
  return {
    settings: (configured?.settings ?? CATALOG[provider].defaults) as SettingsOf<P>,
    stored: configured?.stored ?? ([] as readonly SecretName[]),
    shape: shapes.value?.[provider],
    onSave: save,
    onTest: test,
    onRemove: () => remove(provider),
  };
}
