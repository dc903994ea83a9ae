import { isUnencrypted, parseSite } from '../../lib/domain/parse-site.ts';
import { findOrigin } from '../../lib/domain/site.ts';
import { requestAccess } from '../hooks/commands.ts';
import { useActiveTab } from '../hooks/use-active-tab.ts';
import { useIsEnabled, useLostOrigin } from '../hooks/use-idle-reason.ts';
import { enableSite } from '../hooks/use-sites.ts';
import { FollowedConversation } from './followed-conversation.tsx';

/** The side panel: follows the active tab of its own window. */
export function PanelView() {
  const tab = useActiveTab();
  const isEnabled = useIsEnabled(tab);
  const origin = findOrigin(tab?.url);
  const lost = useLostOrigin(tab);
  // It stays as it was, with the parts of its origin that it counts on.
  const giveBack = lost === undefined ? undefined : () => void requestAccess([lost]);
  const canEnable = origin !== undefined && parseSite(origin).ok;
  return (
    <FollowedConversation
      surface="panel"
      tab={tab?.id}
      isEnabled={isEnabled}
      isUnencrypted={origin !== undefined && isUnencrypted(origin)}
      isLost={lost !== undefined}
      onEnableSite={giveBack ?? (canEnable ? () => void enableSite(origin) : undefined)}
    />
  );
}
