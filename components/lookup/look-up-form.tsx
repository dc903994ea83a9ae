import { Search } from 'lucide';
import { useState } from 'preact/hooks';
import { PROVIDER_IDS, type ProviderId } from '../../lib/domain/ref.ts';
import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import { Select } from '../ui/select.tsx';
import './look-up-form.css';

export interface LookUpFormProps {
  /** As typed or pasted: an id, a link, or a text with an id in it. */
  readonly text: string;
  readonly provider: ProviderId;
  readonly onChange: (text: string, provider: ProviderId) => void;
  /** Called while another look-up is under way, too: the newer one counts. */
  readonly onLookUp: (text: string, provider: ProviderId) => void;
  /** To put the cursor into the box. */
  readonly inputRef?: { current: HTMLInputElement | null };
}

const OPTIONS = PROVIDER_IDS.map((provider) => ({ value: provider, label: PROVIDER_NAMES[provider] }));

/** Look-up by hand. What was typed belongs to the owner, so that it survives the popup. */
export function LookUpForm({ text, provider, onChange, onLookUp, inputRef }: LookUpFormProps) {
  const [isMissed, setMissed] = useState(false);
  const isEmpty = text.trim() === '';
  return (
    <form
      class="look-up"
      onSubmit={(event) => {
        event.preventDefault();
        setMissed(isEmpty);
        if (isEmpty) event.currentTarget.querySelector('input')?.focus();
        else onLookUp(text, provider);
      }}
    >
      <Field
        label={t('conversationId')}
        value={text}
        placeholder={t('conversationIdPlaceholder')}
        error={isMissed && isEmpty ? t('conversationIdMissing') : undefined}
        onInput={(value) => onChange(value, provider)}
        {...(inputRef ? { inputRef } : {})}
      />
      <div class="look-up-row">
        <Select
          isLabelHidden
          label={t('provider')}
          value={provider}
          options={OPTIONS}
          onChange={(value) => onChange(text, value)}
        />
        <Button look="primary" type="submit" icon={Search}>
          {t('lookUp')}
        </Button>
      </div>
    </form>
  );
}
