import type { ProviderId } from '../../lib/domain/ref.ts';
import { PROVIDER_NAMES } from './provider-name.ts';
import './provider-mark.css';

/** A small sign for a chat system; its name stands beside it in words. */
export function ProviderMark({ provider }: { readonly provider: ProviderId }) {
  return (
    <span class={`provider-mark ${provider}`} aria-hidden="true">
      {PROVIDER_NAMES[provider].charAt(0)}
    </span>
  );
}
