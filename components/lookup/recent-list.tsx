import { useId } from 'preact/hooks';
import { formatRef, type Ref } from '../../lib/domain/ref.ts';
import { t } from '../hooks/translate.ts';
import { RefButton } from './ref-button.tsx';
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
    <section class="recent" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('recent')}</h2>
      {/* Safari and some screen readers drop the role of a list without bullets. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <ul role="list" aria-labelledby={headingId}>
        {refs.map((ref) => (
          <li key={formatRef(ref)}>
            <RefButton refToOpen={ref} onOpen={onOpen} />
          </li>
        ))}
        {refs.length === 0 && <li class="recent-none">{t('recentNone')}</li>}
      </ul>
    </section>
  );
}
