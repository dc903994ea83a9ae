import type { Secrets } from '../domain/provider-settings.ts';
import type { Failure } from '../domain/result.ts';
import { boundAnswer } from './bound-answer.ts';
import { namesOther } from './names-other.ts';

/** What an answer must show nothing of: our secrets, and any conversation but the asked one (absent: none was asked for). */
interface Asked {
  readonly secrets: Secrets;
  readonly asked?: string;
}

/**
 * What may be shown of an answer that could not be read: the answer, bounded; of one that names another conversation than the
 * asked one nothing, it may be another customer's.
 */
export function showAnswer(answer: unknown, { asked, secrets }: Asked): Pick<Failure, 'raw' | 'reason'> {
  const isOther = asked !== undefined && namesOther(answer, asked);
  if (!isOther) {
    return { raw: boundAnswer(answer, secrets) };
  }
  // Whose a text is that broke off is not sure: it cannot be read, that is all to be said.
  return typeof answer === 'string' ? {} : { reason: 'other-conversation' };
}
