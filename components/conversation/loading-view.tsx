import type { ProviderId } from '../../lib/domain/ref.ts';
import { t } from '../hooks/translate.ts';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import './loading-view.css';

const SHAPES = ['customer wide', 'bot', 'customer short', 'bot wide', 'agent', 'customer'];

/** Where the transcript will stand. Its shapes come into sight only when the answer takes long enough to be noticed. */
export function LoadingView({ provider }: { readonly provider: ProviderId | undefined }) {
  return (
    <div class="loading">
      <p class="visually-hidden" role="status">
        {provider ? t('loadingFrom', PROVIDER_NAMES[provider]) : t('loading')}
      </p>
      <div class="loading-shapes late" aria-hidden="true">
        {SHAPES.map((shape) => (
          <span key={shape} class={`loading-shape ${shape}`} />
        ))}
      </div>
    </div>
  );
}
