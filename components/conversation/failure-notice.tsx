import { CircleAlert, Inbox, KeyRound, RefreshCw, Search } from 'lucide';
import type { Failure } from '../../lib/domain/result.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Circumstance } from './conversation-props.ts';
import { describeFailure, type Remedy } from './describe-failure.ts';
import { RawAnswer } from './raw-answer.tsx';
import { RetryCountdown, useSecondsLeft } from './retry-countdown.tsx';
import './failure-notice.css';

const REMEDIES = {
  retry: { icon: RefreshCw, label: 'retry' },
  settings: { icon: KeyRound, label: 'openSettings' },
  'check-id': { icon: Search, label: 'checkId' },
  inbox: { icon: Inbox, label: 'factInbox' },
} as const satisfies { [remedy in Remedy]: { icon: typeof Search; label: MessageKey } };

export interface FailureNoticeProps {
  readonly failure: Failure;
  readonly circumstance?: Circumstance | undefined;
  /** What a click does, for each remedy that is open to this view; without one the offer is to ask again. */
  readonly remedies: { readonly retry: () => void } & { readonly [remedy in Remedy]?: (() => void) | undefined };
}

interface RemedyActionProps {
  readonly remedy: Remedy;
  readonly inbox: string | undefined;
  readonly isDisabled: boolean;
  readonly onClick: (() => void) | undefined;
}

function RemedyAction({ remedy, inbox, isDisabled, onClick }: RemedyActionProps) {
  const { icon, label } = REMEDIES[remedy];
  if (remedy === 'inbox' && inbox !== undefined) {
    return (
      <a class="button primary" href={inbox} target="_blank" rel="noopener noreferrer nofollow" title={inbox}>
        <Icon icon={icon} size={16} />
        {t(label)}
      </a>
    );
  }
  return (
    <Button look="primary" icon={icon} isDisabled={isDisabled} onClick={() => onClick?.()}>
      {t(label)}
    </Button>
  );
}

/** What went wrong, and the one thing to do about it. */
export function FailureNotice({ failure, circumstance, remedies }: FailureNoticeProps) {
  const { sentence, remedy: wanted } = describeFailure(failure, circumstance);
  const remedy = wanted === 'inbox' || remedies[wanted] ? wanted : 'retry';
  const left = useSecondsLeft(failure.retryAt);
  // What the provider asked for is kept to; a pause of Backscroll's own, the agent may end.
  const isAskedToWait = failure.kind === 'rate-limited';
  const retryAt = failure.retryAt === undefined ? undefined : new Date(failure.retryAt).toISOString();
  return (
    <div class="failure">
      <div class="failure-card" role="alert" data-failure={failure.kind} data-retry-at={retryAt}>
        <span class="failure-mark">
          <Icon icon={CircleAlert} size={20} />
        </span>
        <p class="failure-sentence">{sentence}</p>
        {wanted === 'settings' && remedy !== 'settings' && <p class="failure-hint">{t('settingsFromToolbar')}</p>}
        {failure.retryAt !== undefined && <RetryCountdown left={left} text={isAskedToWait ? 'retryIn' : 'retryPaused'} />}
        <RemedyAction remedy={remedy} inbox={failure.inbox} isDisabled={isAskedToWait && left > 0} onClick={remedies[remedy]} />
        {failure.status !== undefined && failure.status >= 400 && (
          <p class="failure-hint">{t('httpStatus', String(failure.status))}</p>
        )}
      </div>
      {failure.kind === 'unreachable' && remedy === 'retry' && remedies.settings && (
        <p class="failure-also">
          <Button look="link" onClick={remedies.settings}>
            {t('openSettings')}
          </Button>
        </p>
      )}
      {failure.raw !== undefined && <RawAnswer value={failure.raw} />}
    </div>
  );
}
