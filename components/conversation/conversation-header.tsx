import { CircleHelp } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { ConversationFacts } from '../../lib/domain/conversation.ts';
import type { Ref } from '../../lib/domain/ref.ts';
import { t } from '../hooks/translate.ts';
import { Icon } from '../ui/icon.tsx';
import { ProviderMark } from '../ui/provider-mark.tsx';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import { Facts } from './facts.tsx';
import './conversation-header.css';

/** Opens and closes the evidence. */
export interface EvidenceToggle {
  readonly isOpen: boolean;
  readonly evidenceId: string;
  readonly onToggle: () => void;
}

export function EvidenceButton({ isOpen, evidenceId, onToggle }: EvidenceToggle) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    onToggle();
  };
  return (
    <button
      type="button"
      class="why"
      aria-expanded={isOpen ? 'true' : 'false'}
      aria-controls={isOpen ? evidenceId : undefined}
      title={t('whyThisId')}
      onClick={onToggle}
      onKeyDown={onKeyDown}
    >
      <Icon icon={CircleHelp} size={14} />
      <span class="why-words">{t('whyThisId')}</span>
    </button>
  );
}

interface ConversationHeaderProps {
  readonly conversationRef: Ref;
  readonly facts: ConversationFacts | undefined;
  /** The rest of a long conversation is being read, or all of it once more; `read`: messages so far, where that says something. */
  readonly filling: { readonly read: number | undefined } | undefined;
  /** Absent: nothing is shown that could be old. */
  readonly freshness: ComponentChildren;
  /** Absent: nothing was found on a page. */
  readonly evidence: EvidenceToggle | undefined;
  /** Ways through the transcript below. */
  readonly jumps?: ComponentChildren;
}

/** Which conversation this is, and what is known about it as a whole. */
export function ConversationHeader(props: ConversationHeaderProps) {
  const { conversationRef, facts, filling, freshness, evidence, jumps } = props;
  const { provider, id } = conversationRef;
  const reading = t(filling?.read === undefined ? 'readingAgain' : 'readingTheRest');
  return (
    <header class="conversation-header">
      <div class="conversation-title">
        <ProviderMark provider={provider} />
        <h1>
          <span class="conversation-provider">{PROVIDER_NAMES[provider]}</span> <span class="conversation-id">{id}</span>
        </h1>
        <div class="conversation-actions">
          {evidence && <EvidenceButton {...evidence} />}
          {jumps}
        </div>
      </div>
      {facts && <Facts facts={facts} read={filling?.read} />}
      {freshness}
      {filling && (
        <div class="filling" role="status" title={reading}>
          <span class="visually-hidden">{reading}</span>
        </div>
      )}
    </header>
  );
}
