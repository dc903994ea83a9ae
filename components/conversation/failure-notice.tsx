import { CircleAlert, KeyRound, RefreshCw, Search } from 'lucide';
import type { Failure } from '../../lib/domain/result.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { describeFailure, type Remedy } from './describe-failure.ts';
import { RawAnswer } from './raw-answer.tsx';
import { RetryCountdown } from './retry-countdown.tsx';
import './failure-notice.css';

const REMEDIES = {
  retry: { icon: RefreshCw, label: 'retry' },
  settings: { icon: KeyRound, label: 'openSettings' },
  'check-id': { icon: Search, label: 'checkId' },
} as const satisfies { [remedy in Remedy]: { icon: typeof Search; label: MessageKey } };

export interface FailureNoticeProps {
  readonly failure: Failure;
  /** What a click does, for each remedy that is open to this view; without one the offer is to ask again. */
  readonly remedies: { readonly retry: () => void } & { readonly [remedy in Remedy]?: (() => void) | undefined };
}

/** What went wrong, and the one thing to do about it. */
export function FailureNotice({ failure, remedies }: FailureNoticeProps) {
  const { sentence, remedy: wanted } = describeFailure(failure);
  const remedy = remedies[wanted] ? wanted : 'retry';
  const retryAt = failure.retryAt === undefined ? undefined : new Date(failure.retryAt).toISOString();
  return (
    <div class="failure">
      <div class="failure-card" role="alert" data-failure={failure.kind} data-retry-at={retryAt}>
        <span class="failure-mark">
          <Icon icon={CircleAlert} size={20} />
        </span>
        <p class="failure-sentence">{sentence}</p>
        {wanted === 'settings' && remedy !== 'settings' && <p class="failure-hint">{t('settingsFromToolbar')}</p>}
        {failure.retryAt !== undefined && <RetryCountdown until={failure.retryAt} />}
        <Button look="primary" icon={REMEDIES[remedy].icon} onClick={() => remedies[remedy]?.()}>
          {t(REMEDIES[remedy].label)}
        </Button>
        {failure.status !== undefined && <p class="failure-hint">{t('httpStatus', String(failure.status))}</p>}
      </div>
      {failure.raw !== undefined && <RawAnswer value={failure.raw} />}
    </div>
  );
}
