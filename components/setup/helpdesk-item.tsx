import { isUnencrypted } from '../../lib/domain/parse-site.ts';
import type { ProviderId } from '../../lib/domain/ref.ts';
import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { formatSite } from '../ui/format-site.ts';
import { Notice } from '../ui/notice.tsx';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import { Switch } from '../ui/switch.tsx';

export interface HelpdeskItemProps {
  readonly helpdesk: {
    /** The product; undefined for an own address that does not tell. */
    readonly name?: string | undefined;
    /** Scheme, host and port. */
    readonly origin: string;
    /** Only a part of it is meant, as `/rt/`. */
    readonly path?: string | undefined;
    readonly isEnabled: boolean;
    /** False: enabled, but the browser no longer grants it. */
    readonly isGranted: boolean;
    /** The chat system that its ids are looked up in, where its pages do not say; undefined: all that are set up. */
    readonly provider?: ProviderId | undefined;
    /** The agent chose it; otherwise look-ups showed it. */
    readonly isProviderChosen?: boolean;
  };
  readonly onToggle: (helpdesk: HelpdeskItemProps['helpdesk'], isOn: boolean) => void;
  readonly onGrant: (helpdesk: HelpdeskItemProps['helpdesk']) => void;
  readonly onForgetProvider: (helpdesk: HelpdeskItemProps['helpdesk']) => void;
}

/** Which chat system is asked on this site, why, and how to ask all again. */
function SiteProvider({ helpdesk, onForgetProvider }: Pick<HelpdeskItemProps, 'helpdesk' | 'onForgetProvider'>) {
  const { provider, isProviderChosen } = helpdesk;
  return (
    provider && (
      <p class="helpdesk-remark">
        {t(isProviderChosen ? 'siteProviderChosen' : 'siteProviderFound', PROVIDER_NAMES[provider])}{' '}
        <Button look="link" onClick={() => onForgetProvider(helpdesk)}>
          {t('siteProviderForget')}
        </Button>
      </p>
    )
  );
}

/** One helpdesk with its switch; warns of plain http, and says where the browser took its permission away. */
export function HelpdeskItem({ helpdesk, onToggle, onGrant, onForgetProvider }: HelpdeskItemProps) {
  const host = formatSite(helpdesk.origin);
  const address = `${host}${helpdesk.path ?? ''}`;
  return (
    <li>
      <Switch isOn={helpdesk.isEnabled} onChange={(isOn) => onToggle(helpdesk, isOn)}>
        <span class="helpdesk-name">{helpdesk.name ?? t('ownHelpdesk')}</span> <span class="helpdesk-address">{address}</span>
      </Switch>
      <SiteProvider helpdesk={helpdesk} onForgetProvider={onForgetProvider} />
      {helpdesk.path && <p class="helpdesk-remark">{t('helpdeskPart', host, helpdesk.path)}</p>}
      {helpdesk.isEnabled && isUnencrypted(helpdesk.origin) && (
        <Notice tone="warn">
          <p>{t('helpdeskUnencrypted')}</p>
        </Notice>
      )}
      {helpdesk.isEnabled && !helpdesk.isGranted && (
        <Notice tone="warn">
          <p>{t('accessLost', host)}</p>
          <Button isSmall onClick={() => onGrant(helpdesk)}>
            {t('giveAccessBack')}
          </Button>
        </Notice>
      )}
    </li>
  );
}
