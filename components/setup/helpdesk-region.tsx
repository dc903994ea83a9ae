import { useId, useState } from 'preact/hooks';
import { ACCOUNT_SITES } from '../../lib/detect/known-sites.ts';
import { t } from '../hooks/translate.ts';
import { AccountList } from './account-list.tsx';
import { AddHelpdesk, type AddHelpdeskProps } from './add-helpdesk.tsx';
import { HelpdeskItem, type HelpdeskItemProps } from './helpdesk-item.tsx';
import './helpdesk-region.css';

type Helpdesk = HelpdeskItemProps['helpdesk'];

export interface HelpdeskRegionProps {
  /** Known helpdesks and the agent's own addresses. */
  readonly helpdesks: readonly Helpdesk[];
  /** These are called in the click's own task. */
  readonly onToggle: (helpdesk: Helpdesk, isOn: boolean) => void;
  readonly onGrant: (helpdesk: Helpdesk) => void;
  readonly onForgetProvider: (helpdesk: Helpdesk) => void;
  readonly onAdd: AddHelpdeskProps['onAdd'];
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
      <AddHelpdesk label={t('helpdeskAddress')} placeholder="https://support.example.com" button={t('addHelpdesk')} onAdd={onAdd} />
      {first.length > 0 && list(first)}
      {more.length > 0 && (
        <details class="helpdesks-more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('moreHelpdesks')}</summary>
          {list(more)}
        </details>
      )}
      <AccountList accounts={ACCOUNT_SITES} isOpen={!helpdesks.some(({ isEnabled }) => isEnabled)} onAdd={onAdd} />
    </section>
  );
}
