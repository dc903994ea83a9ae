import { useState } from 'preact/hooks';
import { type AccountSite, completeAddress } from '../../lib/detect/known-sites.ts';
import { t } from '../hooks/translate.ts';
import { AddHelpdesk, type AddHelpdeskProps } from './add-helpdesk.tsx';

export interface AccountListProps {
  readonly accounts: readonly AccountSite[];
  readonly isOpen: boolean;
  readonly onAdd: AddHelpdeskProps['onAdd'];
}

/** Helpdesks that each customer reaches at an address of its own: a box each, as there is nothing yet to switch on. */
export function AccountList({ accounts, isOpen, onAdd }: AccountListProps) {
  // It does not close under the agent who adds the first.
  const [isFirstOpen] = useState(isOpen);
  return (
    <details class="helpdesks-more" open={isFirstOpen}>
      <summary>{t('accountHelpdesks')}</summary>
      <ul class="helpdesks accounts">
        {accounts.map(({ name, domain }) => (
          <li key={name}>
            <AddHelpdesk
              label={name}
              placeholder={`${t('accountExample')}.${domain}`}
              button={t('addAccount')}
              buttonName={t('addAccountOf', name)}
              onAdd={(address) => onAdd(completeAddress(address, domain))}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
