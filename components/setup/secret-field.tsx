import { t } from '../hooks/translate.ts';
import { Field } from '../ui/field.tsx';

interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isStored: boolean;
  readonly error: string | undefined;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
}

/** A box for a key. What is stored is never shown again: the box stays empty and says so. */
export function SecretField({ label, value, isStored, error, onInput, hint }: SecretFieldProps) {
  return (
    <Field
      label={label}
      value={value}
      error={error}
      onInput={onInput}
      isSecret
      placeholder={isStored ? t('secretStored') : ' '}
      // What is asked for anew cannot be left out.
      hint={isStored ? !error && t('secretStoredHint') : hint}
    />
  );
}
