import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Shows dots instead of signs; stays a textbox, so that no password manager takes it for the helpdesk's password. */
  readonly isSecret?: boolean;
  /** Addresses, ids and keys: even-width signs, no spelling marks. */
  readonly isCode?: boolean;
  readonly inputMode?: 'text' | 'url' | 'numeric';
  readonly inputRef?: { current: HTMLInputElement | null };
}

/** A labelled text box with a hint and an error below. */
export function Field(props: FieldProps) {
  const id = useId();
  const { label, value, onInput, hint, error, placeholder, isSecret, isCode, inputMode, inputRef } = props;
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(inputRef ? { ref: inputRef } : {})}
        class={`${isSecret ? 'secret ' : ''}${isCode || isSecret ? 'code' : ''}`}
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        inputMode={inputMode}
        placeholder={placeholder}
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
      {hint && (
        <div id={`${id}-hint`} class="field-hint">
          {hint}
        </div>
      )}
    </div>
  );
}
