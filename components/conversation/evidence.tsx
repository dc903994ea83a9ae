import { Check, X } from 'lucide';
import type { Candidate, EvidenceKind, Refusal } from '../../lib/domain/candidate.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import type { Teaching } from '../hooks/use-teaching.ts';
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
  'other-ticket': 'refusalOtherTicket',
  'in-list': 'refusalInList',
  'in-row': 'refusalInRow',
  'not-drawn': 'refusalNotDrawn',
};

function CandidateItem({ candidate }: { readonly candidate: Candidate }) {
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
    </li>
  );
}

interface EvidenceProps {
  readonly id: string;
  readonly candidates: readonly Candidate[];
  /** Absent in the in-page frame. */
  readonly teaching?: Teaching | undefined;
}

/** Every id that was seen on the page: where, and why it was taken or not; of those in other places than the ticket, a few. */
export function Evidence({ id, candidates, teaching }: EvidenceProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section id={id} class="evidence" data-part="evidence" aria-label={t('whyThisId')} tabIndex={0}>
      {candidates.length === 0 && <p class="evidence-none">{t('evidenceNone')}</p>}
      <ul>
        {candidates.map((candidate, index) => (
          <CandidateItem key={index} candidate={candidate} />
        ))}
      </ul>
      {teaching && <TeachOffer teaching={teaching} isInstead />}
    </section>
  );
}
