import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { formatSite } from '../ui/format-site.ts';
import { Notice } from '../ui/notice.tsx';

export interface LostAccessProps {
  /** Enabled sites that the browser no longer grants. */
  readonly origins: readonly string[];
  /** Called in the click's own task. */
  readonly onGrant: () => void;
}

/** Says which permissions the browser has taken back, and asks for all of them at once. */
export function LostAccess({ origins, onGrant }: LostAccessProps) {
  return (
    <Notice tone="warn">
      <p>{t('accessLost', origins.map(formatSite).join(', '))}</p>
      <Button isSmall onClick={onGrant}>
        {t('giveAccessBack')}
      </Button>
    </Notice>
  );
}
