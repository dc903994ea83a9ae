import type { IconNode } from 'lucide';
import { Icon } from './icon.tsx';
import './button.css';

export interface IconButtonProps {
  readonly icon: IconNode;
  /** Its name, also shown on hover. */
  readonly label: string;
  readonly onClick: () => void;
  /** Present: the button stays pressed. */
  readonly isPressed?: boolean;
}

/** A button that shows only an icon. */
export function IconButton({ icon, label, onClick, isPressed }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} aria-pressed={isPressed} onClick={onClick}>
      <Icon icon={icon} />
    </button>
  );
}
