import { Check, X } from 'lucide';
import type { Candidate, EvidenceKind, Refusal } from '../../lib/domain/candidate.ts';
import type { Ref } from '../../lib/domain/ref.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import type { Teaching } from '../hooks/use-teaching.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import { TeachOffer } from './teach-offer.tsx';
import './evidence.css';

const PLACES: { readonly [kind in EvidenceKind]: MessageKey } = {
  taught: 'evidenceTaught',
  url: 'evidenceUrl',
  link: 'evidenceLink',
  field: 'evidenceField',
  text: 'evidenceText',
};

const REASONS: { readonly [refusal in Refusal]: MessageKey } = {
  'own-id': 'refusalOwnId',
  'bad-id': 'refusalBadId',
  'weak-label': 'refusalWeakLabel',
  ambiguous: 'refusalAmbiguous',
  'not-this': 'refusalNotThis',
  'other-ticket': 'refusalOtherTicket',
  'in-list': 'refusalInList',
  'in-row': 'refusalInRow',
  example: 'refusalExample',
  'not-drawn': 'refusalNotDrawn',
};

interface CandidateItemProps {
  readonly candidate: Candidate;
  readonly onRefuse?: ((candidate: Candidate) => void) | undefined;
}

function CandidateItem({ candidate, onRefuse }: CandidateItemProps) {
  const { id, provider, kind, label, excerpt, refusal } = candidate;
  return (
    <li class={`evidence-item ${refusal ? 'refused' : 'taken'}`}>
      <Icon icon={refusal ? X : Check} size={15} />
      <div class="evidence-words">
        <p>
          <strong class="evidence-id">{id}</strong> {provider ? PROVIDER_NAMES[provider] : t('providerNotTold')}
        </p>
        <p>{t(PLACES[kind], label)}</p>
        {excerpt !== '' && (
          <blockquote class="evidence-excerpt" dir="auto">
            {excerpt}
          </blockquote>
        )}
        <p class="evidence-verdict">{refusal ? t(REASONS[refusal]) : t('evidenceTaken')}</p>
      </div>
      {/* Where the helpdesk is the chat system itself, its address cannot be wrong. */}
      {onRefuse && !refusal && kind !== 'url' && (
        <Button isSmall onClick={() => onRefuse(candidate)}>
          {t('notThis')}
          <span class="visually-hidden"> {id}</span>
        </Button>
      )}
    </li>
  );
}

interface EvidenceProps {
  readonly id: string;
  readonly candidates: readonly Candidate[];
  /** What is shown of them. */
  readonly selected?: Ref | undefined;
  /** Absent in the in-page frame. */
  readonly teaching?: Teaching | undefined;
  /** Escape leads back to the button that opened it. */
  readonly onClose?: () => void;
}

function findShown(candidates: readonly Candidate[], selected: Ref | undefined): Candidate | undefined {
  return candidates.find(
    ({ id, provider, refusal }) => !refusal && id === selected?.id && (!provider || provider === selected.provider),
  );
}

/** Every id that was seen on the page: where, and why it was taken or not; of those in other places than the ticket, a few. */
export function Evidence({ id, candidates, selected, teaching, onClose }: EvidenceProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !onClose) return;
    // In the page, Escape closes the sidebar where it means nothing else.
    event.preventDefault();
    document.querySelector<HTMLElement>(`[aria-controls="${id}"]`)?.focus();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section id={id} class="evidence" data-part="evidence" aria-label={t('whyThisId')} tabIndex={0} onKeyDown={onKeyDown}>
      {candidates.length === 0 && <p class="evidence-none">{t('evidenceNone')}</p>}
      <ul>
        {candidates.map((candidate, index) => (
          <CandidateItem key={index} candidate={candidate} onRefuse={teaching?.onRefuse} />
        ))}
      </ul>
      {teaching && <TeachOffer teaching={teaching} isInstead shown={findShown(candidates, selected)} />}
    </section>
  );
}
