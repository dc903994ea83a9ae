import { useFrameTab } from '../hooks/use-frame-tab.ts';
import { FollowedConversation } from './followed-conversation.tsx';

/** The sidebar stands in the ticket's own page, never in a frame of it. */
const IS_NESTED = window.parent !== window.top;

/** The in-page sidebar: reads, changes nothing, and draws nothing outside an enabled site. */
export function FrameView() {
  const tab = useFrameTab();
  return tab === undefined || IS_NESTED ? null : <FollowedConversation surface="frame" tab={tab} isEnabled={true} />;
}
