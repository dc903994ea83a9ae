import { openSettings, requestAccess } from '../hooks/commands.ts';
import { useAlternative } from '../hooks/use-alternative.ts';
import { useConversation } from '../hooks/use-conversation.ts';
import { useIdleReason } from '../hooks/use-idle-reason.ts';
import { useActivity, useLock } from '../hooks/use-lock.ts';
import { useTeaching } from '../hooks/use-teaching.ts';
import { useTicket } from '../hooks/use-ticket.ts';
import type { Surface } from './conversation-props.ts';
import { ConversationView } from './conversation-view.tsx';
import { LockedConversation } from './locked-conversation.tsx';

interface FollowedConversationProps {
  readonly surface: Surface;
  readonly tab: number | undefined;
  /** Whether Backscroll runs on the tab's page; undefined until known. */
  readonly isEnabled: boolean | undefined;
  /** Offered where the page's address is known. */
  readonly onEnableSite?: (() => void) | undefined;
}

/** The conversation of the ticket that a tab shows, from ticket to ticket; nothing of it while Backscroll is locked. */
export function FollowedConversation(props: FollowedConversationProps) {
  const { surface, tab } = props;
  const lock = useLock();
  useActivity(surface !== 'frame');
  if (!lock) return null;
  return lock.isLocked ? <LockedConversation surface={surface} tab={tab} /> : <OpenConversation {...props} />;
}

function OpenConversation({ surface, tab, isEnabled, onEnableSite }: FollowedConversationProps) {
  const ticket = useTicket(tab);
  const { retry, ...lookUp } = useConversation(ticket.selected, 'page');
  useAlternative(ticket, lookUp, surface === 'panel' ? tab : undefined);
  const teaching = useTeaching(surface === 'panel' && isEnabled ? tab : undefined);
  const idle = useIdleReason(isEnabled, ticket);
  return (
    <ConversationView
      surface={surface}
      tab={tab}
      lookUp={lookUp}
      idle={idle}
      selected={ticket.selected}
      refs={ticket.refs}
      candidates={ticket.candidates}
      teaching={teaching}
      onSelect={ticket.select}
      onRetry={retry}
      onOpenSettings={openSettings}
      onGrantAccess={(origins) => void requestAccess(origins)}
      {...(onEnableSite ? { onEnableSite } : {})}
    />
  );
}
