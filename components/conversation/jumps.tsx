import { ArrowDownToLine, ArrowUpToLine } from 'lucide';
import { t } from '../hooks/translate.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { SteadyScroller } from './steady-scroller.tsx';

/** Fewer fit on most screens; nothing to jump over. */
const WORTH_JUMPING = 8;

interface JumpsProps {
  readonly count: number;
  readonly scroller: { readonly current: SteadyScroller | null };
}

/** To the first and to the latest message. Stands before the transcript, for the eye and for the Tab key. */
export function Jumps({ count, scroller }: JumpsProps) {
  if (count <= WORTH_JUMPING) return null;
  return (
    <>
      <IconButton icon={ArrowUpToLine} label={t('jumpToStart')} onClick={() => scroller.current?.follow('start')} />
      <IconButton icon={ArrowDownToLine} label={t('jumpToEnd')} onClick={() => scroller.current?.follow('end')} />
    </>
  );
}
