import type { Ref } from '../../lib/domain/ref.ts';
import { t } from '../hooks/translate.ts';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import type { LookUpState } from './conversation-props.ts';

interface AnnouncerProps {
  readonly state: LookUpState['state'];
  readonly selected: Ref | undefined;
}

/** Tells a screen reader what is being looked up, and what is there. Always in the document: what comes with its words is not read out. */
export function Announcer({ state, selected }: AnnouncerProps) {
  const provider = selected && PROVIDER_NAMES[selected.provider];
  return (
    <p class="visually-hidden" role="status">
      {provider && state === 'loading' && t('loadingFrom', provider)}
      {provider && state === 'ready' && t('conversationShown', selected.id, provider)}
    </p>
  );
}
