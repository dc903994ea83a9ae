import type { IconNode } from 'lucide';
import { createElement } from 'preact';
import './icon.css';

interface IconProps {
  readonly icon: IconNode;
  /** CSS pixels. */
  readonly size?: number;
  /** Present: the icon says something that no text beside it says. */
  readonly label?: string;
}

/** Draws an icon of the `lucide` set from its nodes. */
export function Icon({ icon, size = 16, label }: IconProps) {
  const meaning = label === undefined ? ({ 'aria-hidden': 'true' } as const) : ({ role: 'img', 'aria-label': label } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or hidden where words stand beside it
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" {...meaning}>
      {icon.map(([tag, attributes]) => createElement(tag, attributes))}
    </svg>
  );
}
