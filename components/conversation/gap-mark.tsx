import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { UNKNOWN_COUNT } from '../../lib/domain/conversation.ts';
import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { formatCount, pickCount } from '../ui/format-count.ts';

/** Reads the conversation again, and whether that is under way; undefined where this view cannot. Chunks that are drawn already hear of it, too. */
export const ReadAgain = createContext<{ readonly onReadAgain: () => void; readonly isBusy: boolean } | undefined>(undefined);

interface GapMarkProps {
  readonly missing: number;
  /** More messages than are read at all: reading again gives no others. */
  readonly isTooOld?: boolean;
}

/** Says how many messages could not be had here, as far as that is known, and what to do about it. */
export function GapMark({ missing, isTooOld = false }: GapMarkProps) {
  const readAgain = useContext(ReadAgain);
  const isUnknown = missing === UNKNOWN_COUNT;
  return (
    <div class="gap" data-gap={isUnknown ? 'unknown' : missing}>
      {isUnknown ? t('gapUnknown') : t(pickCount(missing, 'gapOne', 'gapOther'), formatCount(missing))}
      {isTooOld && ` ${t('gapTooOld')}`}
      {!isTooOld && readAgain && (
        <Button look="link" isBusy={readAgain.isBusy} onClick={readAgain.onReadAgain}>
          {t('gapReadAgain')}
        </Button>
      )}
    </div>
  );
}
