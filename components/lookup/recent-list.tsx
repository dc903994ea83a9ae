import { useId } from 'preact/hooks';
import { formatRef, type Ref } from '../../lib/domain/ref.ts';
import { t } from '../hooks/translate.ts';
import { ProviderMark } from '../ui/provider-mark.tsx';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import './recent-list.css';

export interface RecentListProps {
  /** Latest first. */
  readonly refs: readonly Ref[];
  readonly onOpen: (ref: Ref) => void;
}

/** Conversations looked up lately; one click opens one again. */
export function RecentList({ refs, onOpen }: RecentListProps) {
  const headingId = useId();
  return (
    <section class="recent">
      <h2 id={headingId}>{t('recent')}</h2>
      {/* Safari and some screen readers drop the role of a list without bullets. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <ul role="list" aria-labelledby={headingId}>
        {refs.map((ref) => (
          <li key={formatRef(ref)}>
            <button type="button" class="recent-item" onClick={() => onOpen(ref)}>
              <ProviderMark provider={ref.provider} />
              <span class="recent-name">{PROVIDER_NAMES[ref.provider]}</span>
              <span class="recent-id">{ref.id}</span>
            </button>
          </li>
        ))}
      </ul>
      {refs.length === 0 && <p class="recent-none">{t('recentNone')}</p>}
    </section>
  );
}
