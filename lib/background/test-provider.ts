import type { ProviderDraft } from '../domain/provider-settings.ts';
import { isConversationId } from '../domain/ref.ts';
import { type Failure, fail, succeed } from '../domain/result.ts';
import { hasAccess } from '../platform/access.ts';
import type { TestOutcome } from '../platform/messages.ts';
import { PROVIDERS } from '../providers/registry.ts';
import { checkSetup } from './check-setup.ts';
import { readKeys } from './keyring.ts';
import { keepGrant, readProviders } from './provider-directory.ts';
import { tellInTime } from './tell-in-time.ts';

/** Reads one conversation with what the boxes hold now, saved or not. */
export async function testProvider(draft: ProviderDraft, id: string): Promise<TestOutcome> {
  const startedAt = performance.now();
  const provider = PROVIDERS[draft.settings.provider];
  const known = (await readProviders())[provider.id]?.settings;
  const read = async () => {
    const kept = await readKeys(provider.id);
    return kept.ok ? checkSetup(draft, kept.value, known) : kept;
  };
  const checked = await read();
  if (!checked.ok) return checked;
  const { settings, secrets } = checked.value;
  if (!isConversationId(id)) return fail<Failure>({ kind: 'bad-id', provider: provider.id });
  const urls = provider.urls(settings);
  if (!(await hasAccess(urls))) return fail({ kind: 'no-access', origins: urls });
  const typed = draft.typed.refreshToken?.trim();
  const test = typed ? { tested: { settings, typed }, isSetUp: known !== undefined } : undefined;
  const answer = await provider.open(id, {
    settings,
    secrets,
    startedAt,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    // The token as it is by now; no grant of before: it is the token that is tested.
    readLatest: async () => {
      const latest = await read();
      const refreshToken = latest.ok ? latest.value.secrets.refreshToken : undefined;
      return refreshToken === undefined ? undefined : { refreshToken };
    },
    keepGrant: (grant, tokens) => keepGrant(provider.id, grant, tokens, test),
  });
  if (!answer.ok) return tellInTime(answer, startedAt);
  const { facts, messages, shape } = answer.value;
  return succeed({ messages: facts.total ?? messages.length, ...(shape ? { shape } : {}) });
}
