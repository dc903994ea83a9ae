import type { Failure } from '../../lib/domain/result.ts';
import { describeFailure } from '../conversation/describe-failure.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import { formatCount, pickCount } from '../ui/format-count.ts';
import type { FormAction, FormOutcome } from './form-outcome.ts';

const DONE: { readonly [action in FormAction]: MessageKey } = {
  save: 'outcomeSaved',
  test: 'outcomeTested',
  remove: 'outcomeRemoved',
};

function describeProblem(action: FormAction, failure: Failure): string {
  const { sentence } = describeFailure(failure);
  return action === 'save' ? `${t('outcomeSavedBut')} ${sentence}` : sentence;
}

/** The outcome in words. */
export function describeOutcome(action: FormAction, outcome: FormOutcome): string {
  if (outcome.ok) {
    const messages = outcome.value?.messages;
    return messages === undefined
      ? t(DONE[action])
      : `${t(DONE[action])} ${t(pickCount(messages, 'testSawOne', 'testSawOther'), formatCount(messages))}`;
  }
  const { failure } = outcome;
  switch (failure.kind) {
    case 'draft':
      return t('outcomeRefused');
    case 'locked':
      return t('lockedTitle');
    case 'no-access':
      return t(action === 'save' ? 'outcomeSavedNoAccess' : 'outcomeNoAccess');
    default:
      return describeProblem(action, failure);
  }
}

/** Its machine-readable form. */
export function readOutcome(outcome: FormOutcome): string {
  return outcome.ok ? 'ok' : outcome.failure.kind;
}
