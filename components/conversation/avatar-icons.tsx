import { Bot, CircleHelp, Headset, User } from 'lucide';
import { createElement } from 'preact';

const ICONS = { customer: User, agent: Headset, bot: Bot, unknown: CircleHelp, system: CircleHelp } as const;

/** Drawn once for a whole transcript; avatars refer to them. */
export function AvatarIcons() {
  return (
    <svg class="avatar-icons" width={0} height={0} aria-hidden="true">
      {Object.entries(ICONS).map(([role, icon]) => (
        <symbol key={role} id={`avatar-${role}`} viewBox="0 0 24 24">
          {icon.map(([tag, attributes]) => createElement(tag, attributes))}
        </symbol>
      ))}
    </svg>
  );
}
