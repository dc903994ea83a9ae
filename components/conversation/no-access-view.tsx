import { KeyRound } from 'lucide';
import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import type { ConversationViewProps } from './conversation-props.ts';
import { EmptyView } from './empty-view.tsx';

interface NoAccessViewProps extends Pick<ConversationViewProps, 'surface'> {
  readonly origins: readonly string[];
  /** Called in the click's own task. */
  readonly onGrantAccess: ConversationViewProps['onGrantAccess'] | undefined;
}

/** Asks for the permission without which nothing can be fetched; the in-page frame says where to give it. */
export function NoAccessView({ origins, surface, onGrantAccess }: NoAccessViewProps) {
  const hosts = origins.map((origin) => URL.parse(origin)?.host ?? origin).join(', ');
  return (
    <EmptyView
      icon={KeyRound}
      title={t('noAccessTitle')}
      text={t(surface === 'frame' ? 'noAccessFrameText' : 'noAccessText', hosts)}
    >
      {surface !== 'frame' && (
        <Button look="primary" onClick={() => onGrantAccess?.(origins)}>
          {t('giveAccess')}
        </Button>
      )}
    </EmptyView>
  );
}
