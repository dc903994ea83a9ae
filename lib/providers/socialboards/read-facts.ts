import type { ConversationFacts } from '../../domain/conversation.ts';
import { formatTime, parseTime } from '../parse-time.ts';
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
  };
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
