import { UNKNOWN_COUNT } from '../../lib/domain/conversation.ts';
import { t } from '../hooks/translate.ts';
import { formatCount, pickCount } from '../ui/format-count.ts';

/** Says how many messages could not be had here, as far as that is known. */
export function GapMark({ missing }: { readonly missing: number }) {
  if (missing === UNKNOWN_COUNT) {
    return (
      <div class="gap" data-gap="unknown">
        {t('gapUnknown')}
      </div>
    );
  }
  return (
    <div class="gap" data-gap={missing}>
      {t(pickCount(missing, 'gapOne', 'gapOther'), formatCount(missing))}
    </div>
  );
}
