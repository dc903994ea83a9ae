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

/** What still stands of them after these settings or secrets were changed: a box that is being mended is no longer marked. */
export function keepProblems(problems: readonly DraftProblem[], changed: readonly string[]): readonly DraftProblem[] {
  // Another way in asks for other boxes, another address for the key once more or not.
  if (changed.includes('signIn')) return [];
  const isMoved = changed.includes('baseUrl') || changed.includes('tokenUrl');
  return problems.filter(({ field, problem }) => !changed.includes(field) && !(isMoved && problem === 'secret-again'));
}

/** What is wrong with one box, in words. */
export function findProblem(problems: readonly DraftProblem[], field: DraftField): string | undefined {
  const found = problems.find((problem) => problem.field === field);
  return found && t(SENTENCES[found.problem]);
}
