import { CircleAlert, CircleCheck, Lock } from 'lucide';
import { useId, useRef } from 'preact/hooks';
import { t } from '../hooks/translate.ts';
import { LOCK_MINUTES } from '../hooks/use-lock.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Switch } from '../ui/switch.tsx';
import { describeLock, isDone, type LockOutcome, type LockRegionProps, useLockForm } from './use-lock-form.ts';
import './lock-region.css';
import './outcome-status.css';

/** What is said at the box that it is about; here, only a screen reader needs to be told. */
const AT_BOX: ReadonlySet<LockOutcome | undefined> = new Set(['too-short', 'no-match']);

function LockStatus({ outcome }: { readonly outcome: LockOutcome | undefined }) {
  const done = outcome !== undefined && isDone(outcome);
  return (
    <div class={AT_BOX.has(outcome) ? 'visually-hidden' : 'outcome'} role="status" data-outcome={done ? 'ok' : outcome}>
      {outcome && (
        <>
          <Icon icon={done ? CircleCheck : CircleAlert} />
          <span>{describeLock(outcome)}</span>
        </>
      )}
    </div>
  );
}

interface PassphraseBoxesProps {
  readonly form: ReturnType<typeof useLockForm>;
  readonly box: { current: HTMLInputElement | null };
}

function PassphraseBoxes({ form, box }: PassphraseBoxesProps) {
  const { typed, outcome } = form;
  return (
    <form
      class="lock-passphrase"
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.isBusy) void form.set();
      }}
    >
      <Field
        label={t('newPassphrase')}
        value={typed.passphrase}
        placeholder=" "
        isSecret
        inputRef={box}
        hint={t('passphraseHint')}
        error={outcome === 'too-short' ? describeLock(outcome) : undefined}
        onInput={(passphrase) => form.type({ passphrase })}
      />
      <Field
        label={t('repeatPassphrase')}
        value={typed.repeated}
        placeholder=" "
        isSecret
        error={outcome === 'no-match' ? describeLock(outcome) : undefined}
        onInput={(repeated) => form.type({ repeated })}
      />
      <div>
        <Button type="submit" isBusy={form.isBusy}>
          {t('setPassphrase')}
        </Button>
      </div>
    </form>
  );
}

/** The passphrase, and when Backscroll locks. */
export function LockRegion(props: LockRegionProps) {
  const headingId = useId();
  const box = useRef<HTMLInputElement>(null);
  const form = useLockForm(props);
  const { hasPassphrase } = props.lock;
  const toggle = (isOn: boolean) => {
    if (!isOn) return void form.remove();
    if (form.typed.passphrase !== '') return void form.set();
    form.ask();
    box.current?.focus();
  };
  return (
    <section class="region" aria-labelledby={headingId}>
      <div class="region-head">
        <h2 id={headingId}>{t('lock')}</h2>
        <span class={`region-state ${hasPassphrase ? 'on' : ''}`}>{t(hasPassphrase ? 'isProtected' : 'isNotProtected')}</span>
      </div>
      <p class="region-text">{t('lockText')}</p>
      <p class="region-text">{t('lockLimits')}</p>
      <div class="lock-switch">
        <Switch isOn={hasPassphrase} onChange={toggle}>
          {t('protectKeys')}
        </Switch>
      </div>
      <PassphraseBoxes form={form} box={box} />
      <div class="lock-when">
        <NumberField
          label={t('lockAfter')}
          value={form.minutes}
          {...LOCK_MINUTES}
          error={form.isMinutesWrong ? t('lockAfterWrong', String(LOCK_MINUTES.min), String(LOCK_MINUTES.max)) : undefined}
          onInput={(minutes) => void form.keepMinutes(minutes)}
        />
        <Button icon={Lock} onClick={() => void form.lockNow()}>
          {t('lockNow')}
        </Button>
      </div>
      <LockStatus outcome={form.outcome} />
    </section>
  );
}
