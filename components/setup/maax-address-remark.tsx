import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

const USUAL = { host: 'app.maax.ai', url: 'https://app.maax.ai/api/v2/' };
/** The one that MAAX's documentation prints beside the usual one: another domain. */
const OTHER = { host: 'app.max.ai', url: 'https://app.max.ai/api/v2/' };

interface MaaxAddressRemarkProps {
  readonly url: string;
  /** It is not taken as it stands: no key goes there. */
  readonly isRefused: boolean;
  readonly onChange: (url: string) => void;
}

/** Warns where keys would go elsewhere than to MAAX's own address. */
export function MaaxAddressRemark({ url, isRefused, onChange }: MaaxAddressRemarkProps) {
  const host = isRefused ? '' : (URL.parse(url.trim())?.host ?? '');
  const useUsual = (
    <Button look="link" onClick={() => onChange(USUAL.url)}>
      {t('useUsualHost', USUAL.host)}
    </Button>
  );
  if (host === '') return <p class="url-remark">{useUsual}</p>;
  if (host === USUAL.host) {
    return (
      <p class="url-remark">
        <Button look="link" onClick={() => onChange(OTHER.url)}>
          {t('useOtherHost')}
        </Button>
      </p>
    );
  }
  return (
    <Notice tone="warn">
      <p>{host === OTHER.host ? t('otherHostWarning') : t('unknownHostWarning', USUAL.host)}</p>
      {useUsual}
    </Notice>
  );
}
