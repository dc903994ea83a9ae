import type { Ref } from '../../lib/domain/ref.ts';
import { ProviderMark } from '../ui/provider-mark.tsx';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import './ref-button.css';

export interface RefButtonProps {
  readonly refToOpen: Ref;
  readonly onOpen: (ref: Ref) => void;
}

/** A line that opens a conversation. */
export function RefButton({ refToOpen, onOpen }: RefButtonProps) {
  const { provider, id } = refToOpen;
  return (
    <button type="button" class="ref-button" onClick={() => onOpen(refToOpen)}>
      <ProviderMark provider={provider} />
      <span class="ref-button-name">{PROVIDER_NAMES[provider]}</span>
      <span class="ref-button-id">{id}</span>
    </button>
  );
}
