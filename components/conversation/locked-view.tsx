import { Lock } from 'lucide';
import { t } from '../hooks/translate.ts';
import type { UnlockRefusal } from '../hooks/use-lock.ts';
import { Button } from '../ui/button.tsx';
import type { Surface } from './conversation-props.ts';
import { EmptyView } from './empty-view.tsx';
import { UnlockForm } from './unlock-form.tsx';

export interface LockedViewProps {
  readonly surface: Surface;
  readonly onUnlock?: ((passphrase: string) => Promise<UnlockRefusal | undefined>) | undefined;
  readonly onOpenSettings?: (() => void) | undefined;
}

/** Nothing is shown until the passphrase comes. The in-page frame stands in a foreign page and takes none: it says where to. */
export function LockedView({ surface, onUnlock, onOpenSettings }: LockedViewProps) {
  if (surface === 'frame') return <EmptyView icon={Lock} title={t('lockedTitle')} text={t('lockedFrameText')} />;
  return (
    <EmptyView icon={Lock} title={t('lockedTitle')} text={t('lockedText')}>
      {onUnlock && <UnlockForm onUnlock={onUnlock} />}
      {onOpenSettings && (
        <Button look="link" onClick={onOpenSettings}>
          {t('passphraseForgotten')}
        </Button>
      )}
    </EmptyView>
  );
}
