import { CircleAlert, CircleCheck } from 'lucide';
import { Icon } from '../ui/icon.tsx';
import { describeOutcome, readOutcome } from './describe-outcome.ts';
import type { FormAction, FormOutcome } from './form-outcome.ts';
import './outcome-status.css';

export interface ShownOutcome {
  readonly action: FormAction;
  readonly outcome: FormOutcome;
}

/** Says how the last action ended; stands until the next one. */
export function OutcomeStatus({ shown }: { readonly shown: ShownOutcome | undefined }) {
  return (
    <div class="outcome" role="status" data-outcome={shown && readOutcome(shown.outcome)}>
      {shown && (
        <>
          <Icon icon={shown.outcome.ok ? CircleCheck : CircleAlert} />
          <span>{describeOutcome(shown.action, shown.outcome)}</span>
        </>
      )}
    </div>
  );
}
