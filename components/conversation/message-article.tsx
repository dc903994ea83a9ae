import type { Role } from '../../lib/domain/message.ts';
import type { Entry } from '../../lib/transcript/arrange-messages.ts';
import type { Clock } from '../../lib/transcript/clock.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import { Avatar } from './avatar.tsx';
import { MessageText } from './message-text.tsx';
import './message-article.css';

const ROLE_WORDS: { readonly [role in Role]: MessageKey } = {
  customer: 'roleCustomer',
  agent: 'roleAgent',
  bot: 'roleBot',
  system: 'roleSystem',
  unknown: 'roleUnknown',
};

interface MessageArticleProps {
  readonly entry: Entry;
  readonly clock: Clock;
  /** Reading starts here. */
  readonly isLanding?: boolean;
}

function MessageHead({ entry: { message, continues }, clock }: MessageArticleProps) {
  const { role, author, time } = message;
  const hasRole = author !== undefined && role !== 'unknown' && !continues;
  return (
    <div class="head">
      <span class={continues ? 'visually-hidden' : 'author'} data-part="author" dir="auto">
        {author ?? t(ROLE_WORDS[role])}
      </span>
      {hasRole && <span class="role">{t(ROLE_WORDS[role])}</span>}
      {time !== undefined && (
        <time dateTime={time} title={clock.formatMoment(time)}>
          {clock.formatTime(time)}
        </time>
      )}
    </div>
  );
}

/** One message. Who speaks is told by side, tint, sign and word at once. */
export function MessageArticle({ entry, clock, isLanding }: MessageArticleProps) {
  const { message, continues } = entry;
  return (
    <article
      class={`message ${message.role}${continues ? ' continues' : ''}${isLanding ? ' landing' : ''}`}
      data-message-id={message.id}
      data-role={message.role}
    >
      {!continues && message.role !== 'system' && <Avatar message={message} />}
      <div class="body">
        <MessageHead entry={entry} clock={clock} />
        <MessageText message={message} />
      </div>
    </article>
  );
}
