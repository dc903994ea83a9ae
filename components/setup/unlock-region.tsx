import { Lock } from 'lucide';
import { useId } from 'preact/hooks';
import { UnlockForm, type UnlockFormProps } from '../conversation/unlock-form.tsx';
import { t } from '../hooks/translate.ts';
import { Icon } from '../ui/icon.tsx';
import { ForgetKeys } from './forget-keys.tsx';
import './unlock-region.css';

export interface UnlockRegionProps extends UnlockFormProps {
  /** Removes all keys. */
  readonly onForget: () => Promise<void>;
  /** Another number puts the cursor into the box again. */
  readonly asked?: number;
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
        <ForgetKeys ask={t('passphraseForgotten')} text={t('forgetKeysText')} onForget={onForget} />
      </div>
    </section>
  );
}
