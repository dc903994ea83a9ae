import type { DraftField, DraftProblem } from '../../lib/domain/provider-settings.ts';
import { type MessageKey, t } from '../hooks/translate.ts';

const SENTENCES: { readonly [problem in DraftProblem['problem']]: MessageKey } = {
  'url-invalid': 'problemUrlInvalid',
  'url-insecure': 'problemUrlInsecure',
  'url-credentials': 'problemUrlCredentials',
  'secret-missing': 'problemSecretMissing',
  'secret-characters': 'problemSecretCharacters',
  'secret-again': 'problemSecretAgain',
  'client-id-missing': 'problemClientIdMissing',
  'community-invalid': 'problemCommunityInvalid',
};

/** What is wrong with one box, in words. */
export function findProblem(problems: readonly DraftProblem[], field: DraftField): string | undefined {
  const found = problems.find((problem) => problem.field === field);
  return found && t(SENTENCES[found.problem]);
}
