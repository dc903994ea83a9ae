import { LockOpen } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../hooks/translate.ts';
import type { UnlockRefusal } from '../hooks/use-lock.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import './unlock-form.css';

export interface UnlockFormProps {
  /** Resolves to why it stays locked, else to undefined. */
  readonly onUnlock: (passphrase: string) => Promise<UnlockRefusal | undefined>;
}

/** Focus comes into the box at once where the view has it, else with the view's focus: nobody is interrupted while typing elsewhere. */
function useFocus() {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.hasFocus()) {
      box.current?.focus();
      return;
    }
    const watching = new AbortController();
    addEventListener('focus', () => box.current?.focus(), { once: true, signal: watching.signal });
    return () => watching.abort();
  }, []);
  return box;
}

function describeRefusal({ kind, retryAt }: UnlockRefusal): string {
  if (kind === 'no-key') return t('unlockUnreadable');
  const seconds = Math.ceil(((retryAt ?? 0) - Date.now()) / 1000);
  return seconds > 0 ? t('unlockRefusedWait', String(seconds)) : t('unlockRefused');
}

/** The box for the passphrase. */
export function UnlockForm({ onUnlock }: UnlockFormProps) {
  const box = useFocus();
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string>();
  const tryIt = async () => {
    setIsBusy(true);
    const refusal = await onUnlock(passphrase).finally(() => setIsBusy(false));
    setPassphrase('');
    setError(refusal && describeRefusal(refusal));
    box.current?.focus();
  };
  return (
    <form
      class="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && passphrase !== '') void tryIt();
      }}
    >
      <Field
        label={t('passphrase')}
        value={passphrase}
        placeholder=" "
        isSecret
        error={error}
        inputRef={box}
        onInput={(value) => {
          setPassphrase(value);
          setError(undefined);
        }}
      />
      <Button look="primary" type="submit" icon={LockOpen} isBusy={isBusy}>
        {t('unlock')}
      </Button>
      <div class="visually-hidden" role="status">
        {error}
      </div>
    </form>
  );
}
