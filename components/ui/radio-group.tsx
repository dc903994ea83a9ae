import { useId } from 'preact/hooks';
import './field.css';
import './radio-group.css';

export interface RadioGroupProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One choice out of few, all in sight. */
export function RadioGroup<T extends string>({ label, value, options, onChange }: RadioGroupProps<T>) {
  const id = useId();
  return (
    <div class="radio-group" role="radiogroup" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} class="field-legend">
        {label}
      </span>
      <div class="radio-options">
        {options.map((option) => (
          <label key={option.value} class="radio-option">
            <input type="radio" name={id} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  );
}
