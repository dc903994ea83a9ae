import { useId, useState } from 'preact/hooks';
import { type MessageKey, t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { HelpdeskItem, type HelpdeskItemProps } from './helpdesk-item.tsx';
import './helpdesk-region.css';

/** What became of an address: `declined` by the agent in the browser's question. */
export type AddOutcome = 'added' | 'invalid' | 'insecure' | 'declined';

type Helpdesk = HelpdeskItemProps['helpdesk'];

export interface HelpdeskRegionProps {
  /** Known helpdesks first, then the agent's own addresses. */
  readonly helpdesks: readonly Helpdesk[];
  /** These are called in the click's own task. */
  readonly onToggle: (helpdesk: Helpdesk, isOn: boolean) => void;
  readonly onGrant: (helpdesk: Helpdesk) => void;
  readonly onAdd: (address: string) => Promise<AddOutcome>;
}

const PROBLEMS: { readonly [outcome in Exclude<AddOutcome, 'added'>]: MessageKey } = {
  invalid: 'addHelpdeskInvalid',
  insecure: 'addHelpdeskInsecure',
  declined: 'addHelpdeskDeclined',
};

function AddHelpdesk({ onAdd }: Pick<HelpdeskRegionProps, 'onAdd'>) {
  const [address, setAddress] = useState('');
  const [outcome, setOutcome] = useState<AddOutcome>();
  const add = () => {
    void onAdd(address.trim()).then((next) => {
      setOutcome(next);
      if (next === 'added') {
        setAddress('');
      }
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
        label={t('helpdeskAddress')}
        value={address}
        placeholder="https://support.example.com"
        inputMode="url"
        isCode
        error={outcome && outcome !== 'added' ? t(PROBLEMS[outcome]) : undefined}
        onInput={(value) => {
          setAddress(value);
          setOutcome(undefined);
        }}
      />
      <Button type="submit">{t('addHelpdesk')}</Button>
    </form>
  );
}

/** Where Backscroll works. */
export function HelpdeskRegion({ helpdesks, onToggle, onGrant, onAdd }: HelpdeskRegionProps) {
  const headingId = useId();
  return (
    <section class="region" aria-labelledby={headingId}>
      <div class="region-head">
        <h2 id={headingId}>{t('helpdesks')}</h2>
      </div>
      <p class="region-text">{t('helpdesksText')}</p>
      <ul class="helpdesks">
        {helpdesks.map((helpdesk) => (
          <HelpdeskItem key={helpdesk.origin} helpdesk={helpdesk} onToggle={onToggle} onGrant={onGrant} />
        ))}
      </ul>
      <AddHelpdesk onAdd={onAdd} />
    </section>
  );
}
