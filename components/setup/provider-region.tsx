import { PlugZap, Save, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { ProviderId } from '../../lib/domain/ref.ts';
import { t } from '../hooks/translate.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ProviderMark } from '../ui/provider-mark.tsx';
import { PROVIDER_NAMES } from '../ui/provider-name.ts';
import type { FormAction } from './form-outcome.ts';
import { OutcomeStatus, type ShownOutcome } from './outcome-status.tsx';
import './provider-region.css';

interface ProviderRegionProps {
  readonly provider: ProviderId;
  readonly isSetUp: boolean;
  readonly form: {
    readonly testId: string;
    readonly setTestId: (id: string) => void;
    readonly busy: FormAction | undefined;
    readonly shown: ShownOutcome | undefined;
    readonly run: (action: FormAction) => void;
  };
  /** The boxes. */
  readonly children: ComponentChildren;
}

/** What is refused leads to the first box that it is about. */
function useFirstMarked(shown: ShownOutcome | undefined) {
  const boxes = useRef<HTMLFormElement>(null);
  const outcome = shown?.outcome;
  useEffect(() => {
    if (outcome && !outcome.ok && outcome.failure.kind === 'draft')
      boxes.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [outcome]);
  return boxes;
}

/** One chat system's part of the options page: its boxes, and what can be done with them. */
export function ProviderRegion({ provider, isSetUp, form, children }: ProviderRegionProps) {
  const headingId = useId();
  const boxes = useFirstMarked(form.shown);
  return (
    <section class="region" aria-labelledby={headingId}>
      <div class="region-head">
        <ProviderMark provider={provider} />
        <h2 id={headingId}>{PROVIDER_NAMES[provider]}</h2>
        <span class={`region-state ${isSetUp ? 'on' : ''}`}>{t(isSetUp ? 'isSetUp' : 'isNotSetUp')}</span>
      </div>
      <form
        ref={boxes}
        class="region-body"
        onSubmit={(event) => {
          event.preventDefault();
          form.run('save');
        }}
      >
        {children}
        <div class="region-actions">
          <Button look="primary" type="submit" icon={Save} isBusy={form.busy === 'save'}>
            {t('save')}
          </Button>
          <Button
            look="danger"
            icon={Trash2}
            isBusy={form.busy === 'remove'}
            isDisabled={!isSetUp}
            onClick={() => form.run('remove')}
          >
            {t('remove')}
          </Button>
        </div>
      </form>
      <div class="region-test">
        <Field
          label={t('testConversationId')}
          value={form.testId}
          placeholder={t('conversationIdPlaceholder')}
          onInput={form.setTestId}
        />
        <Button icon={PlugZap} isBusy={form.busy === 'test'} onClick={() => form.run('test')}>
          {t('testConnection')}
        </Button>
      </div>
      <OutcomeStatus shown={form.shown} />
    </section>
  );
}
