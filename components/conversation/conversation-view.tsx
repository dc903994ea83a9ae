import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { formatRef, type Ref } from '../../lib/domain/ref.ts';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import { Announcer } from './announcer.tsx';
import { ConversationHeader, EvidenceButton, type EvidenceToggle } from './conversation-header.tsx';
import type { ConversationViewProps, LookUpState } from './conversation-props.ts';
import { ConversationTabs } from './conversation-tabs.tsx';
import { loadRichText } from './draw-message-text.tsx';
import { Evidence } from './evidence.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { Freshness } from './freshness.tsx';
import { IdleView } from './idle-view.tsx';
import { Jumps } from './jumps.tsx';
import { LoadingView } from './loading-view.tsx';
import { LockedView } from './locked-view.tsx';
import { NoAccessView } from './no-access-view.tsx';
import type { SteadyScroller } from './steady-scroller.tsx';
import { Transcript } from './transcript.tsx';
import '../ui/theme.css';
import './conversation-view.css';

function FailedView({ view, onShowEvidence }: { readonly view: ConversationViewProps; readonly onShowEvidence: () => void }) {
  if (view.lookUp.state !== 'failed') {
    return null;
  }
  const { candidates, onRetry, onOpenSettings, onEditId } = view;
  const remedies = {
    retry: () => onRetry?.(),
    // They open in a tab of their own, from the in-page frame, too: there nothing is mended by asking again.
    settings: onOpenSettings,
    'check-id': onEditId ?? (candidates?.length ? onShowEvidence : undefined),
  };
  return <FailureNotice failure={view.lookUp.failure} circumstance={view.circumstance} remedies={remedies} />;
}

interface ContentProps {
  readonly view: ConversationViewProps;
  readonly onShowEvidence: () => void;
  readonly scroller: { current: SteadyScroller | null };
}

function Content({ view, onShowEvidence, scroller }: ContentProps) {
  const { lookUp, surface } = view;
  switch (lookUp.state) {
    case 'idle':
      return (
        <IdleView
          reason={view.idle}
          surface={surface}
          onOpenSettings={view.onOpenSettings}
          onEnableSite={view.onEnableSite}
          isUnencrypted={view.isUnencrypted}
          onLookUp={view.onLookUp}
          teaching={view.teaching}
        />
      );
    case 'loading':
      return <LoadingView />;
    case 'ready':
      return (
        <Transcript
          key={formatRef(lookUp.conversation.ref)}
          conversation={lookUp.conversation}
          isFilling={lookUp.isFilling}
          isReadAgain={lookUp.isReadAgain}
          scroller={scroller}
          onReadAgain={view.onReadAgain}
        />
      );
    case 'failed':
      return <FailedView view={view} onShowEvidence={onShowEvidence} />;
    case 'locked':
      return <LockedView surface={surface} onUnlock={view.onUnlock} onOpenSettings={view.onOpenSettings} />;
    case 'no-access':
      return <NoAccessView origins={lookUp.origins} surface={surface} onGrantAccess={view.onGrantAccess} />;
  }
}

type Ready = Extract<LookUpState, { state: 'ready' }>;

interface AgeProps {
  readonly ready: Ready;
  readonly onReadAgain: ConversationViewProps['onReadAgain'] | undefined;
}

function Age({ ready, onReadAgain }: AgeProps) {
  const { checkedAt = ready.conversation.fetchedAt, trouble, cut, isTooLarge } = ready;
  return (
    <Freshness checkedAt={checkedAt} trouble={trouble} cut={cut} onReadAnew={isTooLarge ? () => onReadAgain?.() : undefined} />
  );
}

function describeFilling({ isFilling, isReadAgain, read, conversation }: Ready): { read: number | undefined } | undefined {
  if (isFilling) return { read: read ?? conversation.messages.length };
  return isReadAgain ? { read: undefined } : undefined;
}

/** States in which a conversation is named. */
const NAMED: ReadonlySet<string> = new Set(['loading', 'ready', 'failed']);

/** Closed again with the next ticket: what was asked of this one need not stand in the way there. */
function useEvidence(ticket: string | undefined): EvidenceToggle & { readonly open: () => void } {
  const evidenceId = useId();
  const [opened, setOpened] = useState<{ ticket: string | undefined }>();
  const isOpen = opened !== undefined && opened.ticket === ticket;
  return {
    isOpen,
    evidenceId,
    onToggle: () => setOpened(isOpen ? undefined : { ticket }),
    open: () => setOpened({ ticket }),
  };
}

/** Has what draws rich text at hand before the answer is there. */
function useRichTextAhead(selected: Ref | undefined): void {
  const mayBeRich = selected?.provider === 'maax';
  useEffect(() => {
    if (mayBeRich) {
      void loadRichText();
    }
  }, [mayBeRich]);
}

/** A customer's conversation beside the ticket: the same in the side panel, the in-page frame and the popup. */
export function ConversationView(view: ConversationViewProps) {
  const { lookUp, selected, refs = [], candidates = [], surface, tab } = view;
  const panelId = useId();
  const { open, ...evidence } = useEvidence(view.ticket);
  const scroller = useRef<SteadyScroller>(null);
  const named = NAMED.has(lookUp.state) ? selected : undefined;
  const ready = lookUp.state === 'ready' ? lookUp : undefined;
  // That a page holds nothing is an answer, too.
  const isNone = lookUp.state === 'idle' && view.idle === 'no-id' && surface !== 'frame';
  const hasEvidence = candidates.length > 0 || isNone;
  const hasTabs = refs.length > 1;
  const shownEvidence = hasEvidence && evidence.isOpen && (
    <Evidence
      id={evidence.evidenceId}
      candidates={candidates}
      selected={named}
      teaching={named && view.teaching}
      onClose={evidence.onToggle}
    />
  );
  useRichTextAhead(selected);
  const panel =
    hasTabs && selected ? { role: 'tabpanel' as const, 'aria-label': `${PROVIDER_NAMES[selected.provider]} ${selected.id}` } : {};
  return (
    <main
      class={`conversation surface-${surface}`}
      data-state={lookUp.state}
      data-conversation={named && formatRef(named)}
      data-tab={tab}
    >
      <Announcer state={lookUp.state} selected={selected} />
      {hasTabs && <ConversationTabs refs={refs} selected={selected} panelId={panelId} onSelect={(ref) => view.onSelect?.(ref)} />}
      <div id={panelId} class="conversation-panel" {...panel}>
        {named && (
          <ConversationHeader
            conversationRef={named}
            facts={ready?.conversation.facts}
            filling={ready && describeFilling(ready)}
            freshness={ready && <Age ready={ready} onReadAgain={view.onReadAgain} />}
            evidence={hasEvidence ? evidence : undefined}
            jumps={ready && <Jumps count={ready.conversation.messages.length} scroller={scroller} />}
          />
        )}
        {named && shownEvidence}
        <div class="conversation-content">
          <Content view={view} onShowEvidence={open} scroller={scroller} />
        </div>
        {!named && shownEvidence}
        {!named && hasEvidence && (
          <div class="conversation-foot">
            <EvidenceButton {...evidence} />
          </div>
        )}
      </div>
    </main>
  );
}
