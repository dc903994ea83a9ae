import { useFrameTab } from '../hooks/use-frame-tab.ts';
import { FollowedConversation } from './followed-conversation.tsx';

/** The in-page sidebar: reads, changes nothing, and draws nothing outside an enabled site. */
export function FrameView() {
  const tab = useFrameTab();
  return tab === undefined ? null : <FollowedConversation surface="frame" tab={tab} isEnabled={true} />;
}
