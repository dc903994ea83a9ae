import { Crosshair } from 'lucide';
import type { Candidate } from '../../lib/domain/candidate.ts';
import type { TaughtRule } from '../../lib/domain/taught-rule.ts';
import { type MessageKey, t } from '../hooks/translate.ts';
import type { Teaching, TeachState } from '../hooks/use-teaching.ts';
import { Button } from '../ui/button.tsx';
import { Notice, type Tone } from '../ui/notice.tsx';
import './teach-offer.css';

const REFUSALS: { readonly [kind in Extract<TeachState, { state: 'refused' }>['kind']]: MessageKey } = {
  cancelled: 'teachCancelled',
  'site-off': 'teachSiteOff',
  'page-gone': 'teachPageGone',
  'no-id': 'teachNoId',
  'nothing-derived': 'teachNothingDerived',
  'finds-several': 'teachFindsSeveral',
  'too-many': 'teachTooMany',
};

/** By a rule that says so, or since the agent's own rule that found it is off. */
function describeLeftOut({ refuses, text }: TaughtRule): string {
  return t(refuses ? 'teachLeftOut' : 'teachSwitchedOff', text);
}

function describe(status: TeachState): { readonly tone: Tone; readonly text: string } | undefined {
  switch (status.state) {
    case 'ready':
      return undefined;
    case 'picking':
      return { tone: 'info', text: t('teachPicking') };
    case 'kept':
      return { tone: 'good', text: t('teachKept', status.rule.text) };
    case 'left-out':
      return { tone: 'good', text: status.rules.map(describeLeftOut).join(' ') };
    case 'refused':
      return { tone: 'warn', text: t(REFUSALS[status.kind]) };
  }
}

interface TeachOfferProps {
  readonly teaching: Teaching;
  /** An id is shown: it may not be the one. */
  readonly isInstead?: boolean;
  /** What it was found as. */
  readonly shown?: Candidate | undefined;
}

/** Offers to show Backscroll where the id stands, and says what came of it. */
export function TeachOffer({ teaching, isInstead = false, shown }: TeachOfferProps) {
  const { status, onPick, onCancel } = teaching;
  const said = describe(status);
  const isPicking = status.state === 'picking';
  return (
    <div class="teach">
      <Button isSmall={isInstead} {...(isPicking ? {} : { icon: Crosshair })} onClick={isPicking ? onCancel : () => onPick(shown)}>
        {t(isPicking ? 'cancel' : isInstead ? 'teachInstead' : 'teachPick')}
      </Button>
      <div role="status" class="teach-status">
        {said && (
          <Notice tone={said.tone}>
            <p>{said.text}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
