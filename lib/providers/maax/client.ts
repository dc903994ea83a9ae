import type { Conversation } from '../../domain/conversation.ts';
import type { MaaxSettings } from '../../domain/provider-settings.ts';
import { type Failure, fail, type Result, succeed } from '../../domain/result.ts';
import { buildConversationUrl } from '../conversation-url.ts';
import type { Provider, ProviderAccess } from '../provider.ts';
import { openLine, requestJson } from '../request-json.ts';
import { isSecret } from '../secret.ts';
import { showAnswer } from '../show-answer.ts';
import { listMaaxUrls, MAAX_DEFAULTS, MAAX_NAME } from './defaults.ts';
import { readHistory } from './wire.ts';

/** MAAX AI, conversations API v2 (documentation.maax.ai: technical-guides/apis/v2/conversations). */
export const maax: Provider<MaaxSettings> = {
  id: 'maax',
  name: MAAX_NAME,
  defaults: MAAX_DEFAULTS,
  urls: listMaaxUrls,
  open,
  // Its one answer is the whole history: no page of a second is documented.
  rest: async (first) => succeed(first),
  refresh: (held, access) => open(held.ref.id, access),
};

/**
 * One `POST <base>conversations/<id>/`: a read in spite of its method, with the JSON content type that the page marks as
 * required and the body `{}`, as none is documented.
 */
async function open(id: string, access: ProviderAccess<MaaxSettings>): Promise<Result<Conversation>> {
  const provider = 'maax';
  const url = buildConversationUrl({ provider, base: access.settings.baseUrl, before: 'conversations/', id, after: '/' });
  if (!url.ok) {
    return url;
  }
  const key = access.secrets.apiKey;
  if (key === undefined || !isSecret(key)) {
    return fail<Failure>({ kind: 'no-key', provider });
  }
  const headers = { '2hd-api-key': key, 'Content-Type': 'application/json', Accept: 'application/json' };
  const line = openLine(provider, access, id);
  const answer = await requestJson({ url: url.value, method: 'POST', headers, body: '{}' }, line);
  if (!answer.ok) {
    return answer;
  }
  const history = readHistory(answer.value, id);
  if (!history.ok) {
    const reason = history.failure;
    const shown = reason === 'other-conversation' ? {} : showAnswer(answer.value, line);
    return fail<Failure>({ kind: 'unexpected-answer', provider, reason, ...shown });
  }
  return succeed({ ref: { provider, id }, ...history.value, facts: {}, complete: true, fetchedAt: access.now() });
}
