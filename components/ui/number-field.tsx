import { useId } from 'preact/hooks';
import './field.css';

export interface NumberFieldProps {
  readonly label: string;
  /** As typed. */
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly error?: string | undefined;
  readonly onInput: (value: string) => void;
}

/** A labelled box for a whole number. */
export function NumberField({ label, value, min, max, error, onInput }: NumberFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        autocomplete="off"
        step={1}
        min={min}
        max={max}
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {error && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
