import { parseLookUp } from '../../lib/detect/parse-look-up.ts';
import type {
  ConfiguredProvider,
  ProviderDraft,
  ProviderSettings,
  SecretName,
  Secrets,
} from '../../lib/domain/provider-settings.ts';
import { isConversationId, type ProviderId } from '../../lib/domain/ref.ts';
import { fail, succeed } from '../../lib/domain/result.ts';
import { tell } from '../../lib/platform/messages.ts';
import { CATALOG, listProviderUrls } from '../../lib/providers/catalog.ts';
import { checkDraft } from '../../lib/providers/check-draft.ts';
import type { FormOutcome } from '../setup/form-outcome.ts';
import type { ProviderFormProps } from '../setup/use-provider-form.ts';
import { requestAccess } from './commands.ts';
import { useStored } from './use-stored.ts';

/** Above the 20 s that a test may take: a background that died over it answers nothing. */
const TEST_DEADLINE_MS = 25_000;

const REFUSED: FormOutcome = fail({ kind: 'timeout' });

type Stored = ConfiguredProvider | undefined;

/**
 * What is wrong with the boxes by themselves: no host is asked for before that is mended. The background, which alone has the
 * stored secrets, looks again.
 */
function refuse(draft: ProviderDraft, stored: Stored): FormOutcome | undefined {
  const secrets: Secrets = Object.fromEntries((stored?.stored ?? []).map((name) => [name, 'stored']));
  const checked = checkDraft(draft, stored && { settings: stored.settings, secrets });
  return checked.ok ? undefined : fail({ kind: 'draft', problems: checked.failure });
}

/** Asks for the hosts of these settings in the click's own task. */
function askForHosts(settings: ProviderSettings): Promise<boolean> {
  return requestAccess(listProviderUrls(settings)).catch(() => false);
}

/** What the boxes hold is stored whatever the browser answers; without the host it is of no use yet, and that is said. */
async function save(draft: ProviderDraft, stored: Stored): Promise<FormOutcome> {
  const refused = refuse(draft, stored);
  if (refused) return refused;
  const asked = askForHosts(draft.settings);
  const saved = await tell('save-provider', draft);
  if (!saved) return REFUSED;
  if (!saved.ok) return saved;
  return (await asked) ? succeed(null) : fail({ kind: 'no-access', origins: listProviderUrls(draft.settings) });
}

/** `text`: an id, or a link or a text with one in it. */
async function test(draft: ProviderDraft, text: string, stored: Stored): Promise<FormOutcome> {
  const refused = refuse(draft, stored);
  if (refused) return refused;
  const id = parseLookUp(text)?.id ?? '';
  if (!isConversationId(id)) return fail({ kind: 'bad-id', provider: draft.settings.provider });
  await askForHosts(draft.settings);
  const late = new Promise<FormOutcome>((resolve) => {
    setTimeout(() => resolve(fail({ kind: 'timeout', provider: draft.settings.provider })), TEST_DEADLINE_MS);
  });
  return Promise.race([tell('test-provider', { draft, id }).then((outcome) => outcome ?? REFUSED), late]);
}

async function remove(provider: ProviderId): Promise<FormOutcome> {
  const removed = await tell('remove-provider', { provider });
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
    onSave: (draft) => save(draft, configured),
    onTest: (draft, text) => test(draft, text, configured),
    onRemove: () => remove(provider),
  };
}
