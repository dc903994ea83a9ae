import type { Role } from '../../lib/domain/message.ts';
import type { Entry } from '../../lib/transcript/arrange-messages.ts';
import type { Clock } from '../../lib/transcript/clock.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import { drawAvatar } from './draw-avatar.tsx';
import { drawMessageText } from './draw-message-text.tsx';

const ROLE_WORDS: { readonly [role in Role]: MessageKey } = {
  customer: 'roleCustomer',
  agent: 'roleAgent',
  bot: 'roleBot',
  system: 'roleSystem',
  unknown: 'roleUnknown',
};

const words = new Map<Role, string>();

/** The word for who speaks. Asked of the browser once: it takes its time, ten thousand times over. */
export function nameRole(role: Role): string {
  const word = words.get(role) ?? t(ROLE_WORDS[role]);
  words.set(role, word);
  return word;
}

function drawHead({ message, continues }: Entry, clock: Clock) {
  const { role, author, time } = message;
  const hasRole = author !== undefined && role !== 'unknown' && !continues;
  return (
    <div class="head">
      <span class={continues ? 'visually-hidden' : 'author'} data-part="author" dir="auto">
        {author ?? nameRole(role)}
      </span>
      {hasRole && <span class="role">{nameRole(role)}</span>}
      {time !== undefined && <time dateTime={time}>{clock.formatTime(time)}</time>}
    </div>
  );
}

/** What stands in a message's article. Who speaks is told by side, tint, sign and word at once. */
export function drawMessageParts(entry: Entry, clock: Clock) {
  const { message, continues } = entry;
  return (
    <>
      {!continues && message.role !== 'system' && drawAvatar(message)}
      <div class="body">
        {drawHead(entry, clock)}
        {drawMessageText(message)}
      </div>
    </>
  );
}
