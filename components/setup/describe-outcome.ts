import type { DraftProblem } from '../../lib/domain/provider-settings.ts';
import type { Failure, FailureKind } from '../../lib/domain/result.ts';
import { describeFailure } from '../conversation/describe-failure.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import { formatCount, pickCount } from '../ui/format-count.ts';
import { describeShape } from './describe-shape.ts';
import type { FormAction, FormOutcome } from './form-outcome.ts';

const DONE: { readonly [action in FormAction]: MessageKey } = {
  save: 'outcomeSaved',
  test: 'outcomeTested',
  remove: 'outcomeRemoved',
};

function describeProblem(action: FormAction, failure: Failure): string {
  // Without a status nobody was asked.
  if (action === 'test' && failure.kind === 'bad-id' && failure.status === undefined) return t('testBadId');
  if (action !== 'test' && failure.reason === 'unreadable-keys') return t('outcomeUnreadable');
  const { sentence } = describeFailure(failure);
  return action === 'save' ? `${t('outcomeSavedBut')} ${sentence}` : sentence;
}

/** The outcome in words. */
export function describeOutcome(action: FormAction, outcome: FormOutcome): string {
  if (outcome.ok) {
    const { messages, shape } = outcome.value ?? {};
    const count = messages === undefined ? [] : [t(pickCount(messages, 'testSawOne', 'testSawOther'), formatCount(messages))];
    return [t(DONE[action]), ...count, ...(shape ? [describeShape(shape)] : [])].join(' ');
  }
  const { failure } = outcome;
  switch (failure.kind) {
    case 'draft':
      return t(action === 'test' ? 'outcomeTestRefused' : 'outcomeRefused');
    case 'not-stored':
      return t('outcomeNotStored');
    case 'locked':
      return t('outcomeLocked');
    case 'no-access':
      return t(action === 'save' ? 'outcomeSavedNoAccess' : 'outcomeNoAccess');
    default:
      return describeProblem(action, failure);
  }
}

/** Where the refused boxes have been changed since. */
export function describeMended(action: FormAction): string {
  return t(action === 'test' ? 'outcomeNotTestedYet' : 'outcomeNotSavedYet');
}

/** The failure that a refused box would have led to. */
const FAILURE_OF_PROBLEM: { readonly [problem in DraftProblem['problem']]: FailureKind } = {
  'url-invalid': 'unreachable',
  'url-insecure': 'unreachable',
  'url-credentials': 'unreachable',
  'secret-missing': 'no-key',
  'secret-again': 'no-key',
  'client-id-missing': 'no-key',
  'secret-characters': 'key-rejected',
  'community-invalid': 'key-rejected',
};

/** Its machine-readable form: `ok`, a failure kind, or `no-access` where the browser has not granted the host. */
export function readOutcome(outcome: FormOutcome): string {
  if (outcome.ok) return 'ok';
  const { failure } = outcome;
  if (failure.kind !== 'draft') return failure.kind;
  const [first] = failure.problems;
  return first ? FAILURE_OF_PROBLEM[first.problem] : 'no-key';
}
