import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../ui/icon.tsx';
import './empty-view.css';

export interface EmptyViewProps {
  readonly icon: IconNode;
  readonly title: string;
  readonly text: string;
  /** Comes into sight only when it lasts. */
  readonly isCalm?: boolean;
  /** At most one thing to do. */
  readonly children?: ComponentChildren;
}

/** Says why there is nothing to show, and what would change that. */
export function EmptyView({ icon, title, text, isCalm, children }: EmptyViewProps) {
  return (
    <div class={`empty${isCalm ? ' late' : ''}`}>
      <span class="empty-mark">
        <Icon icon={icon} size={24} />
      </span>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  );
}
