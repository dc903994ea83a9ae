import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../../lib/domain/result.ts';
import { createClock } from '../../lib/transcript/clock.ts';
import { formatAge } from '../../lib/transcript/format-age.ts';
import { getLanguage, t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { describeFailure } from './describe-failure.ts';
import './freshness.css';

/** How often an age in minutes is looked at anew. */
const TICK = 10_000;

interface FreshnessProps {
  /** When the provider last said that this is all, ms since the epoch. */
  readonly checkedAt: number;
  /** Why the last refresh failed. */
  readonly trouble: Failure | undefined;
  /** Why the messages before the first answer could not be read. */
  readonly cut?: Failure | undefined;
  /** Present where it is too large to be refreshed by itself. */
  readonly onReadAnew?: (() => void) | undefined;
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How old the conversation on show is, where that is worth a word, and why it has not been refreshed. */
export function Freshness({ checkedAt, trouble, cut, onReadAnew }: FreshnessProps) {
  const now = useNow();
  const age = formatAge(now - checkedAt, getLanguage());
  const reason = trouble ?? cut;
  if (age === undefined && !reason && !onReadAnew) {
    return null;
  }
  const moment = createClock({ language: getLanguage() }).formatMoment(new Date(checkedAt).toISOString());
  return (
    <p class="freshness" title={moment}>
      {age !== undefined && <span data-part="age">{t('asOf', age)}</span>}
      {age !== undefined && reason && ' · '}
      {reason && (
        <span data-part="trouble" data-failure={reason.kind}>
          {t(trouble ? 'notRefreshed' : 'notReadWhole', describeFailure(reason).sentence)}
        </span>
      )}
      {onReadAnew && (
        <span data-part="too-large">
          {(age !== undefined || reason) && ' · '}
          {t('tooLargeToRefresh')}{' '}
          <Button look="link" onClick={onReadAnew}>
            {t('readAnew')}
          </Button>
        </span>
      )}
    </p>
  );
}
