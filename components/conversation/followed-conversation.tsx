import type { Ref } from '../../lib/domain/ref.ts';
import { openLookUp, openSettings, openSettingsFromFrame, requestAccess } from '../hooks/commands.ts';
import { useAlternative } from '../hooks/use-alternative.ts';
import { useConversation } from '../hooks/use-conversation.ts';
import { useIdleReason } from '../hooks/use-idle-reason.ts';
import { useIsSetUp } from '../hooks/use-is-set-up.ts';
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
  /** It would, but the browser no longer grants the page's site. */
  readonly isLost?: boolean;
  /** Offered where the page's address is known; of a lost site, gives it back. */
  readonly onEnableSite?: (() => void) | undefined;
  readonly isUnencrypted?: boolean;
}

/** The conversation of the ticket that a tab shows, from ticket to ticket; nothing of it while Backscroll is locked. */
export function FollowedConversation(props: FollowedConversationProps) {
  const { surface, tab } = props;
  const lock = useLock();
  useActivity(surface !== 'frame');
  if (!lock) return null;
  return lock.isLocked ? <LockedConversation surface={surface} tab={tab} /> : <OpenConversation {...props} />;
}

/** With nothing set up, an id in two chat systems is no choice to be made. */
function dropSameIds(refs: readonly Ref[]): readonly Ref[] {
  return refs.filter((ref, index) => refs.findIndex(({ id }) => id === ref.id) === index);
}

function OpenConversation(props: FollowedConversationProps) {
  const { surface, tab, isEnabled, isLost = false, onEnableSite, isUnencrypted = false } = props;
  const ticket = useTicket(tab);
  // A page may move the frame under a click that was meant for something else.
  const { retry, readAgain, ...lookUp } = useConversation(ticket.selected, 'page', surface === 'frame' ? 'page' : 'hand');
  const isAskedEverywhere = useAlternative(ticket, lookUp, surface === 'panel' ? tab : undefined);
  const isSetUp = useIsSetUp();
  const teaching = useTeaching(surface === 'panel' && isEnabled ? tab : undefined, ticket.ticket);
  const idle = useIdleReason(isEnabled, isLost, ticket);
  return (
    <ConversationView
      surface={surface}
      tab={tab}
      lookUp={lookUp}
      idle={idle}
      circumstance={isSetUp === false ? 'nothing-set-up' : isAskedEverywhere ? 'asked-everywhere' : undefined}
      ticket={ticket.ticket}
      selected={ticket.selected}
      refs={isSetUp === false ? dropSameIds(ticket.refs) : ticket.refs}
      candidates={ticket.candidates}
      teaching={teaching}
      onSelect={ticket.select}
      onRetry={retry}
      onReadAgain={readAgain}
      onOpenSettings={surface === 'frame' ? openSettingsFromFrame : openSettings}
      onLookUp={openLookUp}
      onGrantAccess={(origins) => void requestAccess(origins)}
      isUnencrypted={isUnencrypted}
      {...(onEnableSite ? { onEnableSite } : {})}
    />
  );
}
