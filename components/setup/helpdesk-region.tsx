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
  /** Known helpdesks and the agent's own addresses. */
  readonly helpdesks: readonly Helpdesk[];
  /** These are called in the click's own task. */
  readonly onToggle: (helpdesk: Helpdesk, isOn: boolean) => void;
  readonly onGrant: (helpdesk: Helpdesk) => void;
  readonly onForgetProvider: (helpdesk: Helpdesk) => void;
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

function keyOf({ origin, path = '' }: Helpdesk): string {
  return origin + path;
}

/** Those that are on come first. One that the agent switches stays where it is, so that a second click takes the first back. */
function useOrder(helpdesks: readonly Helpdesk[]) {
  const [placed, setPlaced] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isFirst = (helpdesk: Helpdesk) => placed.get(keyOf(helpdesk)) ?? helpdesk.isEnabled;
  const hold = (helpdesk: Helpdesk) => setPlaced(new Map([...placed, [keyOf(helpdesk), isFirst(helpdesk)]]));
  return { first: helpdesks.filter(isFirst), more: helpdesks.filter((helpdesk) => !isFirst(helpdesk)), hold };
}

/** Where Backscroll works. */
export function HelpdeskRegion({ helpdesks, onToggle, onGrant, onForgetProvider, onAdd }: HelpdeskRegionProps) {
  const headingId = useId();
  const { first, more, hold } = useOrder(helpdesks);
  // Who has none yet looks for theirs first.
  const [isOpen, setOpen] = useState(true);
  const list = (part: readonly Helpdesk[]) => (
    <ul class="helpdesks">
      {part.map((helpdesk) => (
        <HelpdeskItem
          key={keyOf(helpdesk)}
          helpdesk={helpdesk}
          onToggle={(changed, isOn) => {
            hold(changed);
            onToggle(changed, isOn);
          }}
          onGrant={onGrant}
          onForgetProvider={onForgetProvider}
        />
      ))}
    </ul>
  );
  return (
    <section class="region" aria-labelledby={headingId}>
      <div class="region-head">
        <h2 id={headingId}>{t('helpdesks')}</h2>
      </div>
      <p class="region-text">{t('helpdesksText')}</p>
      <AddHelpdesk onAdd={onAdd} />
      {first.length > 0 && list(first)}
      {more.length > 0 && (
        <details class="helpdesks-more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('moreHelpdesks')}</summary>
          {list(more)}
        </details>
      )}
    </section>
  );
}
