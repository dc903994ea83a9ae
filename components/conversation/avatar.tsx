import { Bot, CircleHelp, Headset, User } from 'lucide';
import type { Message } from '../../lib/domain/message.ts';
import { getHue, getInitials, getSpeaker } from '../../lib/transcript/describe-author.ts';
import { Icon } from '../ui/icon.tsx';
import './avatar.css';

const ICONS = { customer: User, agent: Headset, bot: Bot, unknown: CircleHelp, system: CircleHelp } as const;

/** A sign for who speaks, made of what is known already: nobody is asked for a picture. */
export function Avatar({ message }: { readonly message: Message }) {
  const { role, author } = message;
  const initials = role === 'bot' || author === undefined ? '' : getInitials(author);
  return (
    <span class={`avatar ${role} hue-${getHue(getSpeaker(message))}`} aria-hidden="true">
      {initials === '' ? <Icon icon={ICONS[role]} size={16} /> : initials}
    </span>
  );
}
