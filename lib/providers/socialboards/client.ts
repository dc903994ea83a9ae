import type { Conversation } from '../../domain/conversation.ts';
import type { SocialBoardsSettings } from '../../domain/provider-settings.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { keepLatest } from '../message-cap.ts';
import type { Provider, ProviderAccess } from '../provider.ts';
import { openSession } from './ask-data.ts';
import { askConversation, PAGE_SIZE } from './conversation-calls.ts';
import { buildInboxUrl, listSocialBoardsUrls, SOCIALBOARDS_DEFAULTS, SOCIALBOARDS_NAME } from './defaults.ts';
import { readFacts } from './read-facts.ts';
import { readMessages } from './read-message.ts';
import { readNews } from './read-news.ts';
import { readRest } from './read-rest.ts';

/** SocialBoards, External Chat API (developers.socialboards.com: apis/external-chat-api). */
export const socialBoards: Provider<SocialBoardsSettings> = {
  id: 'socialboards',
  name: SOCIALBOARDS_NAME,
  defaults: SOCIALBOARDS_DEFAULTS,
  urls: listSocialBoardsUrls,
  open,
  rest: readRest,
  refresh: async (held, access) => {
    const latest = await open(held.ref.id, access);
    return latest.ok ? readNews(held, latest.value, access) : latest;
  },
};

/** One conversation call: its latest 100 messages, which is all of most conversations. */
async function open(id: string, access: ProviderAccess<SocialBoardsSettings>): Promise<Result<Conversation>> {
  const inbox = buildInboxUrl(access.settings, id);
  const answer = await askConversation('creation_time_desc', openSession(id, access));
  if (!answer.ok) {
    return answer.failure.kind === 'too-large' && inbox !== undefined ? fail({ ...answer.failure, inbox }) : answer;
  }
  const messages = readMessages(answer.value.messages ?? []);
  const facts = { ...readFacts(answer.value), ...(inbox === undefined ? {} : { inbox }) };
  // Without a total, only a full page may have been cut.
  const isAll = facts.total === undefined ? messages.length < PAGE_SIZE : facts.total <= messages.length;
  return succeed({
    ref: { provider: 'socialboards', id },
    ...keepLatest(messages),
    facts,
    complete: isAll,
    fetchedAt: access.now(),
  });
}
