import type { AnswerShape } from '../../lib/domain/answer-shape.ts';
import { t } from '../hooks/translate.ts';

/** How a history came, in words: what its entries are and where the list stood. */
export function describeShape({ entries, place }: AnswerShape): string {
  const what = t(entries === 'pairs' ? 'shapePairs' : 'shapeMessages');
  return place === '' ? t('shapeSeen', what) : t('shapeSeenIn', what, place);
}
