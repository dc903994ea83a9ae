import { CircleAlert, CircleCheck } from 'lucide';
import { t } from '../hooks/translate.ts';
import { Icon } from '../ui/icon.tsx';
import { describeMended, describeOutcome, readOutcome } from './describe-outcome.ts';
import type { FormAction, FormOutcome } from './form-outcome.ts';
import './outcome-status.css';

export interface ShownOutcome {
  readonly action: FormAction;
  readonly outcome: FormOutcome;
  /** The boxes have been changed since. */
  readonly isOutdated?: boolean;
  /** It refused boxes, and all of them have been changed since. */
  readonly isMended?: boolean | undefined;
}

/** Says how the last action ended; stands until the next one. */
export function OutcomeStatus({ shown }: { readonly shown: ShownOutcome | undefined }) {
  const isOutdated = (shown?.isOutdated && shown.outcome.ok) || shown?.isMended;
  return (
    <div class={`outcome${isOutdated ? ' outdated' : ''}`} role="status" data-outcome={shown && readOutcome(shown.outcome)}>
      {shown && (
        <>
          <Icon icon={shown.outcome.ok ? CircleCheck : CircleAlert} />
          <span>
            {shown.isMended ? describeMended(shown.action) : describeOutcome(shown.action, shown.outcome)}
            {isOutdated && shown.outcome.ok && ` ${t('outcomeChangedSince')}`}
          </span>
        </>
      )}
    </div>
  );
}
