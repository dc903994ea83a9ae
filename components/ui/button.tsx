import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import './button.css';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** Where its words alone do not tell it from others; begins with them. */
  readonly name?: string;
  readonly onClick?: () => void;
  readonly icon?: IconNode;
  /** `link`: looks like a link, for small offers inside a text. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger' | 'link';
  readonly type?: 'button' | 'submit';
  readonly isBusy?: boolean;
  /** There is nothing for it to do now; it keeps its place in the tab order. */
  readonly isDisabled?: boolean;
  readonly isSmall?: boolean;
}

/** A button with words. While busy it keeps its place and its focus, and a second click does nothing. */
export function Button(props: ButtonProps) {
  const { children, name, onClick, icon, look = 'plain', type = 'button', isBusy, isDisabled, isSmall } = props;
  const isOff = isBusy || isDisabled;
  return (
    <button
      type={type}
      class={`button ${look}${isSmall ? ' small' : ''}${isBusy ? ' busy' : ''}`}
      aria-label={name}
      aria-disabled={isOff ? 'true' : undefined}
      onClick={(event) => {
        if (isOff) {
          event.preventDefault();
        } else {
          onClick?.();
        }
      }}
    >
      {icon && <Icon icon={icon} size={isSmall ? 14 : 16} />}
      {children}
    </button>
  );
}
