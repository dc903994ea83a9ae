import { Lock } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { UnlockForm, type UnlockFormProps } from '../conversation/unlock-form.tsx';
import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import './unlock-region.css';

export interface UnlockRegionProps extends UnlockFormProps {
  /** Removes all keys. */
  readonly onForget: () => Promise<void>;
  /** Another number puts the cursor into the box again. */
  readonly asked?: number;
}

function ForgottenPassphrase({ onForget }: Pick<UnlockRegionProps, 'onForget'>) {
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button look="link" onClick={() => setIsAsking(true)}>
        {t('passphraseForgotten')}
      </Button>
    );
  }
  return (
    <Notice tone="warn">
      <p>{t('forgetKeysText')}</p>
      <div class="unlock-forget">
        <Button look="danger" onClick={() => void onForget()}>
          {t('forgetKeys')}
        </Button>
        <Button look="quiet" onClick={() => setIsAsking(false)}>
          {t('cancel')}
        </Button>
      </div>
    </Notice>
  );
}

/** Stands above the settings while Backscroll is locked. */
export function UnlockRegion({ onUnlock, onForget, asked }: UnlockRegionProps) {
  const headingId = useId();
  return (
    <section class="region" aria-labelledby={headingId}>
      <div class="region-head unlock-head">
        <Icon icon={Lock} size={18} />
        <h2 id={headingId}>{t('lockedTitle')}</h2>
      </div>
      <p class="region-text">{t('lockedSettingsText')}</p>
      <UnlockForm key={asked} onUnlock={onUnlock} />
      <div>
        <ForgottenPassphrase onForget={onForget} />
      </div>
    </section>
  );
}
