import type { ComponentChildren } from 'preact';
import './switch.css';

export interface SwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** Its name: what is switched. */
  readonly children: ComponentChildren;
}

/** An on-off switch with its name beside it. */
export function Switch({ isOn, onChange, children }: SwitchProps) {
  return (
    <button type="button" role="switch" class="switch" aria-checked={isOn ? 'true' : 'false'} onClick={() => onChange(!isOn)}>
      <span class="switch-name">{children}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
