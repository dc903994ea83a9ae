import { isUnencrypted, parseSite } from '../../lib/domain/parse-site.ts';
import { findOrigin } from '../../lib/domain/site.ts';
import { useActiveTab } from '../hooks/use-active-tab.ts';
import { useIsEnabled } from '../hooks/use-idle-reason.ts';
import { enableSite } from '../hooks/use-sites.ts';
import { FollowedConversation } from './followed-conversation.tsx';

/** The side panel: follows the active tab of its own window. */
export function PanelView() {
  const tab = useActiveTab();
  const isEnabled = useIsEnabled(tab);
  const origin = findOrigin(tab?.url);
  const canEnable = origin !== undefined && parseSite(origin).ok;
  return (
    <FollowedConversation
      surface="panel"
      tab={tab?.id}
      isEnabled={isEnabled}
      isUnencrypted={origin !== undefined && isUnencrypted(origin)}
      onEnableSite={canEnable ? () => void enableSite(origin) : undefined}
    />
  );
}
