import { useState } from 'preact/hooks';
import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import './forget-keys.css';

interface ForgetKeysProps {
  readonly ask: string;
  /** What it means, before it is done. */
  readonly text: string;
  /** Removes all keys. */
  readonly onForget: () => Promise<void>;
}

/** The way out for who cannot get at their keys, in two steps. */
export function ForgetKeys({ ask, text, onForget }: ForgetKeysProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  if (!isAsking) {
    return (
      <Button look="link" onClick={() => setIsAsking(true)}>
        {ask}
      </Button>
    );
  }
  const forget = async () => {
    setIsBusy(true);
    await onForget().finally(() => setIsBusy(false));
    setIsAsking(false);
  };
  return (
    <Notice tone="warn">
      <p>{text}</p>
      <div class="forget-keys">
        <Button look="danger" isBusy={isBusy} onClick={() => void forget()}>
          {t('forgetKeys')}
        </Button>
        <Button look="quiet" onClick={() => setIsAsking(false)}>
          {t('cancel')}
        </Button>
      </div>
    </Notice>
  );
}
