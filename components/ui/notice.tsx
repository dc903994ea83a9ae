import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import './notice.css';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const ICONS = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;

export interface NoticeProps {
  readonly tone: Tone;
  readonly children: ComponentChildren;
}

/** A boxed remark; its tone is told by its icon as much as by its colour. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`}>
      <Icon icon={ICONS[tone]} />
      <div class="notice-body">{children}</div>
    </div>
  );
}
