import { useState } from 'preact/hooks';
import { isUnencrypted, parseSite } from '../../lib/domain/parse-site.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';

/** What became of an address: `declined` by the agent in the browser's question. */
export type AddOutcome = 'added' | 'invalid' | 'insecure' | 'declined';

const PROBLEMS: { readonly [outcome in Exclude<AddOutcome, 'added'>]: MessageKey } = {
  invalid: 'addHelpdeskInvalid',
  insecure: 'addHelpdeskInsecure',
  declined: 'addHelpdeskDeclined',
};

export interface AddHelpdeskProps {
  readonly label: string;
  readonly placeholder: string;
  /** The button's words; `buttonName`: its name, where there are several. */
  readonly button: string;
  readonly buttonName?: string;
  /** Called in the click's own task. */
  readonly onAdd: (address: string) => Promise<AddOutcome>;
}

/** A box for a helpdesk's address, which warns of plain http before anything is read over it. */
export function AddHelpdesk({ label, placeholder, button, buttonName, onAdd }: AddHelpdeskProps) {
  const [address, setAddress] = useState('');
  const [outcome, setOutcome] = useState<AddOutcome>();
  const site = parseSite(address);
  const add = () => {
    void onAdd(address.trim()).then((next) => {
      setOutcome(next);
      if (next === 'added') setAddress('');
    });
  };
  return (
    <form
      class="helpdesk-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Field
        label={label}
        value={address}
        placeholder={placeholder}
        inputMode="url"
        isCode
        error={outcome && outcome !== 'added' ? t(PROBLEMS[outcome]) : undefined}
        onInput={(value) => {
          setAddress(value);
          setOutcome(undefined);
        }}
      />
      <Button type="submit" {...(buttonName === undefined ? {} : { name: buttonName })}>
        {button}
      </Button>
      <div class="helpdesk-add-warning" role="status">
        {site.ok && isUnencrypted(site.value) && (
          <Notice tone="warn">
            <p>{t('helpdeskUnencrypted')}</p>
          </Notice>
        )}
      </div>
    </form>
  );
}
