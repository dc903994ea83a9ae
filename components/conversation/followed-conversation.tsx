import { openSettings, requestAccess } from '../hooks/commands.ts';
import { useAlternative } from '../hooks/use-alternative.ts';
import { useConversation } from '../hooks/use-conversation.ts';
import { useIdleReason } from '../hooks/use-idle-reason.ts';
import { useTicket } from '../hooks/use-ticket.ts';
import type { Surface } from './conversation-props.ts';
import { ConversationView } from './conversation-view.tsx';

interface FollowedConversationProps {
  readonly surface: Surface;
  readonly tab: number | undefined;
  /** Whether Backscroll runs on the tab's page; undefined until known. */
  readonly isEnabled: boolean | undefined;
  /** Offered where the page's address is known. */
  readonly onEnableSite?: (() => void) | undefined;
}

/** The conversation of the ticket that a tab shows, from ticket to ticket. */
export function FollowedConversation({ surface, tab, isEnabled, onEnableSite }: FollowedConversationProps) {
  const ticket = useTicket(tab);
  const { retry, ...lookUp } = useConversation(ticket.selected, 'page');
  useAlternative(ticket, lookUp, surface === 'panel' ? tab : undefined);
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
      onSelect={ticket.select}
      onRetry={retry}
      onOpenSettings={openSettings}
      onGrantAccess={(origins) => void requestAccess(origins)}
      {...(onEnableSite ? { onEnableSite } : {})}
    />
  );
}
