import type { Message } from '../../lib/domain/message.ts';
import { getHue, getInitials, getSpeaker } from '../../lib/transcript/describe-author.ts';
import './avatar.css';

/** What a sign says; without initials it is an icon. */
export function readSign(message: Message) {
  const { role, author } = message;
  const initials = role === 'bot' || author === undefined ? '' : getInitials(author);
  return { classes: `avatar ${role} hue-${getHue(getSpeaker(message))}`, initials };
}

/** A sign for who speaks, made of what is known already: nobody is asked for a picture. Icons come from `AvatarIcons`. */
export function drawAvatar(message: Message) {
  const { classes, initials } = readSign(message);
  return (
    <span class={classes} aria-hidden="true">
      {initials === '' ? (
        // biome-ignore lint/a11y/noSvgWithoutTitle: hidden, the speaker is named in words
        <svg class="icon" width={16} height={16}>
          <use href={`#avatar-${message.role}`} />
        </svg>
      ) : (
        initials
      )}
    </span>
  );
}
