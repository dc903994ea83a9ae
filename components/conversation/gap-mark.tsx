import { t } from '../hooks/translate.ts';
import { formatCount, pickCount } from '../ui/format-count.ts';

/** Says how many messages could not be had here. */
export function GapMark({ missing }: { readonly missing: number }) {
  return (
    <div class="gap" data-gap={missing}>
      {t(pickCount(missing, 'gapOne', 'gapOther'), formatCount(missing))}
    </div>
  );
}
