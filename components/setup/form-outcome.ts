import type { AnswerShape } from '../../lib/domain/answer-shape.ts';
import type { DraftProblem } from '../../lib/domain/provider-settings.ts';
import type { Barrier, Failure, Result } from '../../lib/domain/result.ts';

/** What was refused before anything was stored or asked. */
export interface RefusedDraft {
  readonly kind: 'draft';
  readonly problems: readonly DraftProblem[];
}

/** Nothing was changed: the browser stored nothing. */
export interface NotStored {
  readonly kind: 'not-stored';
}

/** How a save, a test or a removal ended. `messages`: how many the test conversation has; `shape`: how its history came. */
export type FormOutcome = Result<
  { readonly messages?: number; readonly shape?: AnswerShape } | null,
  Failure | Barrier | RefusedDraft | NotStored
>;

/** Which button led to an outcome. */
export type FormAction = 'save' | 'test' | 'remove';
