import { CircleAlert, CircleCheck } from 'lucide';
import { t } from '../hooks/translate.ts';
import { Icon } from '../ui/icon.tsx';
import { describeOutcome, readOutcome } from './describe-outcome.ts';
import type { FormAction, FormOutcome } from './form-outcome.ts';
import './outcome-status.css';

export interface ShownOutcome {
  readonly action: FormAction;
  readonly outcome: FormOutcome;
  /** The boxes have been changed since. */
  readonly isOutdated?: boolean;
}

/** Says how the last action ended; stands until the next one. */
export function OutcomeStatus({ shown }: { readonly shown: ShownOutcome | undefined }) {
  const isOutdated = shown?.isOutdated && shown.outcome.ok;
  return (
    <div class={`outcome${isOutdated ? ' outdated' : ''}`} role="status" data-outcome={shown && readOutcome(shown.outcome)}>
      {shown && (
        <>
          <Icon icon={shown.outcome.ok ? CircleCheck : CircleAlert} />
          <span>
            {describeOutcome(shown.action, shown.outcome)}
            {isOutdated && ` ${t('outcomeChangedSince')}`}
          </span>
        </>
      )}
    </div>
  );
}
