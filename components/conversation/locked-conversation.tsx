import { openSettings } from '../hooks/commands.ts';
import { unlock } from '../hooks/use-lock.ts';
import type { Surface } from './conversation-props.ts';
import { ConversationView } from './conversation-view.tsx';

interface LockedConversationProps {
  readonly surface: Surface;
  readonly tab?: number | undefined;
}

/** Stands in place of a conversation while Backscroll is locked: what the view held is gone with it. */
export function LockedConversation({ surface, tab }: LockedConversationProps) {
  return (
    <ConversationView
      surface={surface}
      tab={tab}
      lookUp={{ state: 'locked' }}
      idle="scanning"
      onUnlock={unlock}
      onOpenSettings={() => void openSettings()}
    />
  );
}
