import { t } from '../hooks/translate.ts';
import { Notice } from '../ui/notice.tsx';
import { ForgetKeys } from './forget-keys.tsx';

/** Says that the browser cannot read the stored keys, and how to start anew where it never can again. */
export function UnreadableKeysNotice({ onForget }: { readonly onForget: () => Promise<void> }) {
  return (
    <Notice tone="bad">
      <p role="status">{t('unreadableKeys')}</p>
      <ForgetKeys ask={t('unreadableKeysForget')} text={t('unreadableKeysText')} onForget={onForget} />
    </Notice>
  );
}
