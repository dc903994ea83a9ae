import type { ConversationFacts } from '../../domain/conversation.ts';
import { formatTime, parseTime } from '../parse-time.ts';
import { readFields } from './read-fields.ts';
import type { WireConversation } from './wire.ts';

/** What SocialBoards says about the conversation as a whole. */
export function readFacts(conversation: WireConversation): ConversationFacts {
  const { isClosed, isTakeoverEnabled, totalMessagesCount } = conversation;
  const started = parseTime(conversation.creationTime);
  return {
    ...(typeof isClosed === 'boolean' ? { state: isClosed ? 'closed' : 'open' } : {}),
    // Takeover: a human must act.
    ...(typeof isTakeoverEnabled === 'boolean' ? { handledBy: isTakeoverEnabled ? 'human' : 'bot' } : {}),
    ...readQueue(conversation.queuePositionInfo),
    ...readFeedback(conversation.feedback),
    ...(typeof totalMessagesCount === 'number' ? { total: totalMessagesCount } : {}),
    ...(started === undefined ? {} : { started: formatTime(started) }),
    ...readFields(conversation.fields),
    ...readPages(conversation),
  };
}

const LONGEST_URL = 2_048;

/** Pages are given by whoever embeds the chat: what is no web address is left out. */
function readPages({ initialPageUrl, latestPageUrl }: WireConversation): Pick<ConversationFacts, 'firstPage' | 'lastPage'> {
  const firstPage = readPage(initialPageUrl);
  const lastPage = readPage(latestPageUrl);
  return { ...(firstPage ? { firstPage } : {}), ...(lastPage ? { lastPage } : {}) };
}

function readPage(text: string | null | undefined): string | undefined {
  const url = text && text.length <= LONGEST_URL ? URL.parse(text.trim()) : null;
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
}

/** `position` -1: not queued, an agent has it. `waitTime`: minutes, roughly. */
function readQueue(info: WireConversation['queuePositionInfo']): Pick<ConversationFacts, 'queue'> {
  const position = info?.position ?? -1;
  if (position < 0) {
    return {};
  }
  const wait = info?.waitTime;
  return { queue: { position, ...(typeof wait === 'number' ? { waitMinutes: wait } : {}) } };
}

const LONGEST_COMMENT = 4_000;

function readFeedback(feedback: WireConversation['feedback']): Pick<ConversationFacts, 'feedback'> {
  if (!feedback) {
    return {};
  }
  const text = feedback.text?.trim().slice(0, LONGEST_COMMENT);
  return { feedback: { positive: feedback.isPositive, ...(text ? { text } : {}) } };
}
