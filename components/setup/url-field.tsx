import type { ComponentChildren } from 'preact';
import { t } from '../hooks/translate.ts';
import { Field } from '../ui/field.tsx';
import './url-field.css';

interface UrlFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onInput: (value: string) => void;
  /** Remarks on the address. */
  readonly children?: ComponentChildren;
}

function HostHint({ value }: { readonly value: string }) {
  const host = URL.parse(value.trim())?.host;
  if (!host) {
    return <>{t('addressIncomplete')}</>;
  }
  return (
    <>
      {t('requestsGoTo')} <strong class="url-host">{host}</strong>
    </>
  );
}

/** A box for an address, with the host spelled out: that is who gets the key. Of one that is refused, nobody does. */
export function UrlField({ label, value, error, onInput, children }: UrlFieldProps) {
  return (
    <div class="url-field">
      <Field
        label={label}
        value={value}
        error={error}
        onInput={onInput}
        isCode
        inputMode="url"
        hint={!error && <HostHint value={value} />}
      />
      {children}
    </div>
  );
}
